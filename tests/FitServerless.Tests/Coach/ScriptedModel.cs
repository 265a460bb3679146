using System.Collections.Concurrent;
using FitServerless.Coach.Model;

namespace FitServerless.Tests.Coach;

/// <summary>A model that replies as the test says, and keeps what it was asked.</summary>
internal sealed class ScriptedModel : ILanguageModel
{
    private readonly ConcurrentQueue<ModelReply> _next = new();

    public string? ChatName { get; set; } = "gpt";

    public string? VisionName { get; set; } = "eyes";

    public string? EmbeddingName { get; set; } = "vectors";

    public TimeSpan Patience => TimeSpan.FromSeconds(30);

    public ConcurrentQueue<ModelPrompt> Prompts { get; } = new();

    /// <summary>What it says when nothing is queued.</summary>
    public Func<ModelPrompt, ModelReply> Usual { get; set; } = _ => new ModelReply.Unavailable("resting");

    /// <summary>Calls for vectors.</summary>
    public int Embedded { get; private set; }

    /// <summary>Replies wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public ScriptedModel Then(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
            _next.Enqueue(new ModelReply.Completed(text));
        return this;
    }

    public ScriptedModel Then(params IEnumerable<ModelReply> replies)
    {
        foreach (var reply in replies)
            _next.Enqueue(reply);
        return this;
    }

    public async Task<ModelReply> CompleteAsync(ModelPrompt prompt, string userId, CancellationToken cancellationToken)
    {
        Prompts.Enqueue(prompt);
        await Gate.WaitAsync(cancellationToken);
        return _next.TryDequeue(out var reply) ? reply : Usual(prompt);
    }

    /// <summary>Tells the text in pieces of seven characters.</summary>
    public async Task<ModelReply> StreamAsync(
        ModelPrompt prompt, string userId, Func<string, CancellationToken, ValueTask> tell, CancellationToken cancellationToken)
    {
        var reply = await CompleteAsync(prompt, userId, cancellationToken);
        var text = reply is ModelReply.Completed { Text: var whole } ? whole : reply is ModelReply.CutOff { Text: var half } ? half : "";
        foreach (var piece in text.Chunk(7))
            await tell(new string(piece), cancellationToken);
        return reply;
    }

    public Task<IReadOnlyList<ReadOnlyMemory<float>>?> EmbedAsync(
        IReadOnlyList<string> texts, string userId, CancellationToken cancellationToken)
    {
        Embedded++;
        return Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>?>(
            EmbeddingName is null ? null : [.. texts.Select(text => new ReadOnlyMemory<float>(Vector(text)))]);
    }

    private static float[] Vector(string text) => [text.Length, .. new float[ModelLimits.Dimensions - 1]];
}
