namespace FitServerless.Sync;

/// <param name="Head">The log's end that the digest goes up to; a later one if others wrote between its pages.</param>
public sealed record DigestRead(SyncDigest Digest, Head Head);
