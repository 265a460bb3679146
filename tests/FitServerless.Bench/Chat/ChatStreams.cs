namespace FitServerless.Bench.Chat;

internal sealed class ChatStreams : IAsyncDisposable
{
    private readonly List<ChatStream> _all = [];

    public IReadOnlyList<ChatStream> All => _all;

    public static async Task<ChatStreams> OpenAsync(IEnumerable<ChatRoom> rooms, Uri address, CancellationToken cancellationToken)
    {
        var streams = new ChatStreams();
        foreach (var room in rooms)
            streams._all.Add(await room.ListenAsync(address, cancellationToken));
        return streams;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _all)
            await stream.DisposeAsync();
    }
}
