namespace FitServerless.Coach.Model;

/// <summary>What a model is asked.</summary>
public sealed record ModelPrompt
{
    /// <summary>A word for the records: meal, workout, tweak, chat, photo.</summary>
    public required string Purpose { get; init; }

    /// <summary>The system message: our own words only, never a user's.</summary>
    public required string Instructions { get; init; }

    /// <summary>The rest, oldest first. What users say stands in here, as data.</summary>
    public required IReadOnlyList<ModelMessage> Messages { get; init; }

    /// <summary>Goes with the last message, to the deployment that can see.</summary>
    public ModelImage? Image { get; init; }

    /// <summary>What the answer must look like; <c>null</c> for free text.</summary>
    public ModelSchema? Schema { get; init; }

    /// <summary>
    /// When the answer is no longer wanted, so that a question and its repetition take no longer together than one; <c>null</c> for the model's
    /// own <see cref="ILanguageModel.Patience"/>.
    /// </summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Of the answer; it ends there, finished or not.</summary>
    public required int MaxTokens { get; init; }
}
