namespace FitServerless.Chat.Live;

internal sealed class RoomTail(Tail<ChatMessage> messages, Tail<CallSignal> signals) : IDisposable
{
    public Tail<ChatMessage> Messages => messages;

    public Tail<CallSignal> Signals => signals;

    /// <summary>Guarded by <see cref="RoomTails"/>.</summary>
    public int Listeners { get; set; }

    public void Dispose()
    {
        messages.Dispose();
        signals.Dispose();
    }
}
