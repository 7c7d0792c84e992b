/// The version of the program.
public enum LantianVersion {
    public static let text = "0.1.0"
}
