using System.Security.Cryptography;
using System.Text;
using FitServerless.Coach.Model;
using FitServerless.Storage;
using Microsoft.Extensions.Logging;

namespace FitServerless.Exercises;

/// <summary>The vectors of the catalogue: made once for a model and a version of the catalogue, then read once by each process.</summary>
public sealed partial class CatalogueVectors
{
    /// <summary>How long a process that found none goes on without before it looks again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly IVectorStore _store;
    private readonly ILanguageModel _model;
    private readonly TimeProvider _clock;
    private readonly ILogger<CatalogueVectors> _logger;
    private VectorIndex? _index;
    private DateTimeOffset _lookAgain;

    internal CatalogueVectors(IVectorStore store, ILanguageModel model, TimeProvider clock, ILogger<CatalogueVectors> logger) =>
        (_store, _model, _clock, _logger) = (store, model, clock, logger);

    /// <summary><c>null</c> where there are none: no model for them, none made yet, or storage is down.</summary>
    public async Task<VectorIndex?> FindAsync(CancellationToken cancellationToken)
    {
        if (_index is not null || _model.EmbeddingName is not { } model || _clock.GetUtcNow() < _lookAgain)
            return _index;
        _lookAgain = _clock.GetUtcNow() + Pause;
        try
        {
            if (await _store.FindAsync(Version(model), cancellationToken) is { } file)
                _index = VectorFile.Decode(file);
        }
        catch (Exception e) when (e is InvalidDataException || StorageFaults.IsOutage(e))
        {
            LogUnreadable(e is InvalidDataException ? e.Message : StorageFaults.Reason(e));
        }

        return _index;
    }

    /// <summary>Makes them if they are not there. Safe to repeat. False when there is no model for it, or it did not answer.</summary>
    public async Task<bool> MakeAsync(CancellationToken cancellationToken)
    {
        if (_model.EmbeddingName is not { } model)
            return false;
        if (await _store.FindAsync(Version(model), cancellationToken) is not null)
            return true;
        var vectors = new List<(string Id, ReadOnlyMemory<float> Vector)>();
        foreach (var batch in ExerciseCatalogue.All.Chunk(ModelLimits.EmbeddingBatch))
        {
            if (await _model.EmbedAsync([.. batch.Select(ExerciseText.Of)], "app", cancellationToken) is not { } made)
                return false;
            vectors.AddRange(batch.Zip(made, (exercise, vector) => (exercise.Id, vector)));
        }

        await _store.KeepAsync(Version(model), VectorFile.Encode(new VectorIndex(model, vectors)), cancellationToken);
        LogMade(vectors.Count, model);
        _lookAgain = default;
        return true;
    }

    /// <summary>A digest of the model, the format and all the texts: whichever changes, the vectors are others.</summary>
    internal static string Version(string model)
    {
        var texts = ExerciseCatalogue.All.Select(exercise => $"{exercise.Id} {ExerciseText.Of(exercise)}");
        var made = string.Join('\n', [model, $"{VectorFile.Version} {VectorIndex.Dimensions}", .. texts]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)).AsSpan(0, 16));
    }

    [LoggerMessage(4009, LogLevel.Warning, "The exercises' vectors cannot be read: {Reason}")]
    private partial void LogUnreadable(string reason);

    [LoggerMessage(4010, LogLevel.Information, "Made the vectors of {Count} exercises with {Model}")]
    private partial void LogMade(int count, string model);
}
