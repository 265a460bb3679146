using FitServerless.Coach.Safety;

namespace FitServerless.Coach.Conversations;

/// <summary>
/// Lets a model's text through sentence by sentence, each judged together with all before it: what has been sent cannot be taken back. So a
/// listener waits for a sentence and not for the whole reply, and never hears what the gate would have refused. The first fault ends it.
/// </summary>
internal sealed class SentenceGate(Func<string, CancellationToken, ValueTask> tell)
{
    private readonly SentenceBuffer _sentences = new();

    /// <summary>What has passed.</summary>
    public string Told { get; private set; } = "";

    /// <summary>Why the rest did not.</summary>
    public IReadOnlyList<GateFault> Faults { get; private set; } = [];

    public async ValueTask AddAsync(string piece, CancellationToken cancellationToken)
    {
        foreach (var sentence in _sentences.Add(piece))
            await PassAsync(sentence, cancellationToken);
    }

    /// <summary>The last sentence, which nothing follows.</summary>
    public ValueTask EndAsync(CancellationToken cancellationToken) => PassAsync(_sentences.Rest(), cancellationToken);

    private async ValueTask PassAsync(string sentence, CancellationToken cancellationToken)
    {
        if (Faults.Count > 0 || string.IsNullOrWhiteSpace(sentence))
            return;
        Faults = CoachGate.CheckReply(Told + sentence);
        if (Faults.Count > 0)
            return;
        Told += sentence;
        await tell(sentence, cancellationToken);
    }
}
