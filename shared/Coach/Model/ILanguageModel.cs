namespace FitServerless.Coach.Model;

/// <summary>
/// A model that may be asked. What can go wrong with it is part of its answers: nothing is thrown but the caller's own cancellation. It has no
/// tools: all that a prompt can make it do is to say something.
/// </summary>
public interface ILanguageModel
{
    /// <summary>The deployments by name; <c>null</c> where there is none.</summary>
    string? ChatName { get; }

    string? VisionName { get; }

    string? EmbeddingName { get; }

    /// <summary>How long an answer may take, all attempts together.</summary>
    TimeSpan Patience { get; }

    /// <param name="userId">On whose behalf; for the record of tokens, and not sent.</param>
    Task<ModelReply> CompleteAsync(ModelPrompt prompt, string userId, CancellationToken cancellationToken);

    /// <summary>The same, telling the text piece by piece as it comes. No attempt is repeated of which something has been told.</summary>
    Task<ModelReply> StreamAsync(
        ModelPrompt prompt, string userId, Func<string, CancellationToken, ValueTask> tell, CancellationToken cancellationToken);

    /// <summary>A vector of <see cref="ModelLimits.Dimensions"/> for each text, in order; <c>null</c> when they cannot be had.</summary>
    Task<IReadOnlyList<ReadOnlyMemory<float>>?> EmbedAsync(IReadOnlyList<string> texts, string userId, CancellationToken cancellationToken);
}
