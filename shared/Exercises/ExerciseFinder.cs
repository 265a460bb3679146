using System.Runtime.InteropServices;
using FitServerless.Accounts;
using FitServerless.Coach;
using FitServerless.Coach.Answers;
using FitServerless.Coach.Model;

namespace FitServerless.Exercises;

/// <summary>Finds exercises by meaning where there are vectors of them, and by words elsewhere.</summary>
public sealed class ExerciseFinder
{
    private readonly CatalogueVectors _vectors;
    private readonly ILanguageModel _model;
    private readonly AnswerKeeper _answers;
    private readonly CoachQuotas _quotas;

    internal ExerciseFinder(CatalogueVectors vectors, ILanguageModel model, AnswerKeeper answers, CoachQuotas quotas) =>
        (_vectors, _model, _answers, _quotas) = (vectors, model, answers, quotas);

    public async Task<IReadOnlyList<ExerciseMatch>> FindAsync(Caller caller, ExerciseQuery query, CancellationToken cancellationToken) =>
        await _vectors.FindAsync(cancellationToken) is { } index
            && await MeaningAsync(caller, query.Text, cancellationToken) is { Length: > 0 } meaning
            ? ExerciseSearch.Find(query, index, meaning)
            : ExerciseSearch.Find(query);

    /// <summary>The question's vector, kept for a day; empty when there is none, or the caller has asked for too many.</summary>
    private async Task<ReadOnlyMemory<float>> MeaningAsync(Caller caller, string text, CancellationToken cancellationToken)
    {
        var key = AnswerKey.Of(_model.EmbeddingName!, text);
        if (await _answers.FindAsync(key, cancellationToken) is { } kept)
            return MemoryMarshal.Cast<byte, float>(kept).ToArray();
        if (!(await _quotas.EnterAsync(caller, cancellationToken)).IsAllowed
            || await _model.EmbedAsync([text], caller.Id, cancellationToken) is not [var vector])
            return default;
        await _answers.KeepAsync(key, MemoryMarshal.AsBytes(vector.Span).ToArray(), cancellationToken);
        return vector;
    }
}
