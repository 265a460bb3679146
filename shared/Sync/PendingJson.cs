using System.Text;

namespace FitServerless.Sync;

/// <summary>A JSON object that gets its <c>syncedAt</c> when its place in the log is known, without being written again.</summary>
public readonly record struct PendingJson
{
    private readonly byte[] _utf8;

    /// <param name="utf8">An object with at least one member.</param>
    public PendingJson(byte[] utf8) => _utf8 = utf8;

    public int Length => _utf8?.Length ?? 0;

    public byte[] At(Sequence sequence) => [.. _utf8.AsSpan()[..^1], .. Encoding.ASCII.GetBytes($",\"syncedAt\":\"{sequence}\"}}")];
}
