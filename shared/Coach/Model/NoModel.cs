namespace FitServerless.Coach.Model;

/// <summary>Stands in where no model is configured.</summary>
internal sealed class NoModel : ILanguageModel
{
    private static readonly ModelReply Nothing = new ModelReply.Unavailable("not configured");

    public string? ChatName => null;

    public string? VisionName => null;

    public string? EmbeddingName => null;

    public TimeSpan Patience => TimeSpan.Zero;

    public Task<ModelReply> CompleteAsync(ModelPrompt prompt, string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Nothing);

    public Task<ModelReply> StreamAsync(
        ModelPrompt prompt, string userId, Func<string, CancellationToken, ValueTask> tell, CancellationToken cancellationToken) =>
        Task.FromResult(Nothing);

    public Task<IReadOnlyList<ReadOnlyMemory<float>>?> EmbedAsync(
        IReadOnlyList<string> texts, string userId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>?>(null);
}
