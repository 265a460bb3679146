namespace FitServerless.Sync;

/// <summary>A JSON object that gets its <c>syncedAt</c> when its place in the log is known, without being written again.</summary>
public readonly record struct PendingJson
{
    private readonly string _open;

    /// <param name="json">An object with at least one member.</param>
    public PendingJson(string json) => _open = json[..^1];

    public int Length => _open.Length;

    public string At(Sequence sequence) => $"{_open},\"syncedAt\":\"{sequence}\"}}";
}
