namespace FitServerless.Coach.Answers;

/// <summary>Answers of models, kept for a day.</summary>
internal interface IAnswerStore
{
    /// <summary>The bytes, unless they are older than <see cref="AnswerKeeper.Lifetime"/>. Two transactions side by side.</summary>
    Task<byte[]?> FindAsync(AnswerKey key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>At most 64 KB. One transaction.</summary>
    Task KeepAsync(AnswerKey key, byte[] bytes, DateTimeOffset now, CancellationToken cancellationToken);
}
