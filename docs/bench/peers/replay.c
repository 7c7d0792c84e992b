/* A plain C program that does what `lantian replay --plan Tests/Plans/M2024led --forecast perfect` does, and nothing else: the
 * conditions are compiled in, there is no evidence, and a bad row ends it. It is the yardstick for speed.
 *
 *     cc -O2 -o replay replay.c && ./replay FILE.csv...          decisions as JSON Lines
 *                                    ./replay --parse FILE.csv...  parses only
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SO2, NO2, CO, O3, PM10, PM25, POLLUTANTS };
enum { FALSE, UNKNOWN, TRUE };
enum { STATIONS = 64, HOURS = 40000, AHEAD = 168 };

static int32_t value[STATIONS][POLLUTANTS][HOURS]; /* thousandths, -1 missing */
static int32_t area[POLLUTANTS][HOURS];
static int stations, hours;
static long origin; /* hours since 1970-01-01T00:00Z of index 0 */

static long days(int y, int m, int d) {
    y -= m <= 2;
    long era = y / 400, yoe = y - era * 400, doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

/* A decimal times 10^places, half to even; -1 for NA. */
static int32_t decimal(const char **at, int places) {
    const char *p = *at;
    if (*p == 'N') {
        *at = p + 2;
        return -1;
    }
    int64_t n = 0;
    while (*p >= '0' && *p <= '9') n = n * 10 + (*p++ - '0');
    int left = places;
    if (*p == '.') {
        for (p++; left > 0 && *p >= '0' && *p <= '9'; left--) n = n * 10 + (*p++ - '0');
        while (left > 0) n *= 10, left--;
        int first = *p >= '0' && *p <= '9' ? *p++ - '0' : 0, rest = 0;
        while (*p >= '0' && *p <= '9') rest |= *p++ - '0';
        if (first > 5 || (first == 5 && (rest || n % 2))) n++;
    }
    int exponent = left;
    if (*p == 'e') exponent += (int)strtol(p + 1, (char **)&p, 10);
    while (exponent-- > 0) n *= 10;
    *at = p;
    return (int32_t)n;
}

static const char *skip(const char *p, int fields) {
    while (fields) fields -= *p++ == ',';
    return p;
}

static void fail(const char *path) {
    perror(path);
    exit(2);
}

static void parse(const char *path, int station) {
    static const int order[] = {PM25, PM10, SO2, NO2, CO, O3};
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status)) fail(path);
    char *text = malloc(status.st_size + 1);
    for (off_t got = 0; got < status.st_size;) {
        ssize_t n = read(file, text + got, status.st_size - got);
        if (n <= 0) fail(path);
        got += n;
    }
    close(file);
    text[status.st_size] = 0;
    memset(value[station], -1, sizeof value[station]);
    const char *p = strchr(text, '\n') + 1, *end = text + status.st_size;
    while (p < end) {
        int date[4];
        p = skip(p, 1);
        for (int i = 0; i < 4; i++, p++)
            for (date[i] = 0; *p != ','; p++) date[i] = date[i] * 10 + (*p - '0');
        long hour = days(date[0], date[1], date[2]) * 24 + date[3] - 8;
        if (!origin) origin = hour;
        long slot = hour - origin;
        if (slot < 0 || slot >= HOURS) exit(2);
        if (slot >= hours) hours = (int)slot + 1;
        for (int i = 0; i < 6; i++, p++) value[station][order[i]][slot] = decimal(&p, order[i] == CO ? 0 : 3);
        p = memchr(p, '\n', end - p);
        p = p ? p + 1 : end;
    }
    free(text);
}

static int64_t halfEven(int64_t n, int64_t d) {
    int64_t q = n / d, r = n % d;
    return q + (2 * r > d || (2 * r == d && q & 1));
}

static void average(void) {
    for (int p = 0; p < POLLUTANTS; p++)
        for (int h = 0; h < hours; h++) {
            int64_t sum = 0;
            int count = 0;
            for (int s = 0; s < stations; s++)
                if (value[s][p][h] >= 0) sum += value[s][p][h], count++;
            area[p][h] = count && 4 * count >= 3 * stations ? (int32_t)halfEven(sum, count) : -1;
        }
}

static const int levels[] = {0, 50, 100, 150, 200, 300, 400, 500};
static const int day2012[POLLUTANTS][8] = {
    {0, 50, 150, 475, 800, 1600, 2100, 2620}, {0, 40, 80, 180, 280, 565, 750, 940}, {0, 20, 40, 140, 240, 360, 480, 600},
    {0, 100, 160, 215, 265, 800},             {0, 50, 150, 250, 350, 420, 500, 600}, {0, 35, 75, 115, 150, 250, 350, 500}};
static const int ozoneHour[8] = {0, 160, 200, 300, 400, 800, 1000, 1200};

static int subIndex(int64_t v, const int *node, int last) {
    if (v > node[last]) return last == 7 ? 500 : -1;
    int u = 1;
    while (v > node[u]) u++;
    int64_t width = node[u] - node[u - 1], rise = levels[u] - levels[u - 1];
    return (int)(levels[u - 1] + ((v - node[u - 1]) * rise + width - 1) / width);
}

/* The truth that the AQI of the block from h is above a threshold, and that PM2.5 is primary in it. */
static int16_t aqi[HOURS], pm25[HOURS];
static uint8_t exact[HOURS];

static void blocks(void) {
    for (int h = 0; h + 24 <= hours; h++) {
        int max = -1, whole = 1;
        for (int p = 0; p < POLLUTANTS; p++) {
            int index = -1;
            if (p == O3) {
                int64_t sum = 0, bestSum = -1, bestCount = 1;
                int count = 0, known = 0, largest = -1;
                for (int i = 0; i < 24; i++) {
                    int32_t v = area[O3][h + i];
                    if (v > largest) largest = v;
                    if (v >= 0) sum += v, count++;
                    if (i >= 8 && area[O3][h + i - 8] >= 0) sum -= area[O3][h + i - 8], count--;
                    if (i < 7 || count < 6) continue;
                    known++;
                    if (sum * bestCount > bestSum * count) bestSum = sum, bestCount = count;
                }
                int eight = -1, hour = -1, isKnown = known >= 14 || (known && bestSum > 160000 * bestCount);
                if (isKnown) eight = subIndex(halfEven(bestSum, bestCount * 1000), day2012[O3], 5);
                if (largest >= 0) hour = subIndex(halfEven(largest, 1000), ozoneHour, 7);
                index = eight > hour ? eight : hour;
                if (!isKnown || hour < 0) whole = 0;
            } else {
                int64_t sum = 0;
                int count = 0;
                for (int i = 0; i < 24; i++)
                    if (area[p][h + i] >= 0) sum += area[p][h + i], count++;
                if (count >= 20) index = subIndex(halfEven(sum, count * (p == CO ? 100 : 1000)), day2012[p], 7);
                if (index < 0) whole = 0;
            }
            if (index > max) max = index;
            if (p == PM25) pm25[h] = (int16_t)index;
        }
        aqi[h] = (int16_t)max;
        exact[h] = (uint8_t)whole;
    }
}

static uint8_t above[4][HOURS]; /* AQI > 150, > 200, both led by PM2.5; AQI > 300 */

static int aboveAt(int which, int h) { return h >= 0 && h + 24 <= hours ? above[which][h] : UNKNOWN; }
static int min(int a, int b) { return a < b ? a : b; }
static int max(int a, int b) { return a > b ? a : b; }

static void truths(void) {
    static const int threshold[] = {150, 200, 300};
    for (int k = 0; k < 3; k++)
        for (int h = 0; h + 24 <= hours; h++) {
            int truth = aqi[h] > threshold[k] ? TRUE : exact[h] ? FALSE : UNKNOWN;
            int led = pm25[h] < 0 ? UNKNOWN : pm25[h] == aqi[h] && aqi[h] > 50 ? TRUE : FALSE;
            above[k][h] = (uint8_t)(k == 2 ? truth : min(truth, led));
        }
}

static uint8_t runs[5][HOURS + 512]; /* by start + 256 */
static const struct { int which, days, includes; } run[5] = {{1, 1, 0}, {0, 2, 0}, {1, 2, 0}, {0, 3, 0}, {1, 3, 1}};

static void makeRuns(void) {
    for (int k = 0; k < 5; k++)
        for (int s = -256; s < hours + 256; s++) {
            int truth = TRUE, part = FALSE;
            for (int d = 0; d < run[k].days; d++) {
                truth = min(truth, aboveAt(run[k].which, s + 24 * d));
                part = max(part, aboveAt(2, s + 24 * d));
            }
            runs[k][s + 256] = (uint8_t)(run[k].includes ? min(truth, part) : truth);
        }
}

static int expected(int k, int t) {
    int end = min(t + AHEAD, hours), length = run[k].days * 24, truth = FALSE;
    int first = t - length + 1, last = min(end - length, t + 71);
    if (first > last) return UNKNOWN;
    for (int s = first; s <= last && truth != TRUE; s++) truth = max(truth, runs[k][s + 256]);
    return truth;
}

static int low(int h) {
    if (h < 0 || h >= hours || area[PM25][h] < 0) return UNKNOWN;
    return halfEven(area[PM25][h], 1000) <= 115 ? TRUE : FALSE;
}

static int cleared(int t) {
    int unknown = 0, known = 0;
    for (int h = t; h < t + 36; h++) {
        int truth = h < min(t + AHEAD, hours) ? low(h) : UNKNOWN;
        if (truth == FALSE) return FALSE;
        if (truth == TRUE) known++;
        else unknown++;
    }
    return min(low(t - 1), unknown > 2 || !known ? UNKNOWN : TRUE);
}

static const char *names[] = {"none", "yellow", "orange", "red"};

static void decide(int t, int from, int to) {
    long at = origin + t + 8, day = at / 24;
    long z = day + 719468, era = z / 146097, doe = z - era * 146097;
    long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    long mp = (5 * doy + 2) / 153, d = doy - (153 * mp + 2) / 5 + 1, m = mp < 10 ? mp + 3 : mp - 9;
    const char *kind = !from ? "issue" : to > from ? "escalate" : to ? "downgrade" : "lift";
    printf("{\"at\":\"%04ld-%02ld-%02ldT%02ld:00:00+08:00\",\"area\":\"beijing\",\"kind\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}\n",
           yoe + era * 400 + (m <= 2), m, d, at % 24, kind, names[from], names[to]);
}

int main(int count, char **argument) {
    int parseOnly = count > 1 && !strcmp(argument[1], "--parse");
    for (int i = 1 + parseOnly; i < count && stations < STATIONS; i++) parse(argument[i], stations++);
    if (parseOnly) return printf("%d stations, %d hours\n", stations, hours) < 0;
    average();
    blocks();
    truths();
    makeRuns();
    int level = 0;
    for (int t = 0; t <= hours; t++) {
        int demanded[4] = {FALSE, max(expected(0, t), expected(1, t)), max(expected(2, t), expected(3, t)), expected(4, t)};
        int next = level;
        for (int l = 3; l > level; l--)
            if (demanded[l] == TRUE) {
                next = l;
                break;
            }
        if (next == level && level && cleared(t) == TRUE)
            while (next > 0) {
                int isFalse = 1;
                for (int l = next; l < 4; l++) isFalse &= demanded[l] == FALSE;
                if (!isFalse) break;
                next--;
            }
        if (next != level) decide(t, level, next);
        level = next;
    }
    return 0;
}
