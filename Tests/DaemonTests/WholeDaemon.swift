import Testing

/// Tests that start the real program on folders of its own. One at a time: they measure times.
@Suite(.serialized) struct WholeDaemon {}
