using FitServerless.Accounts;
using FitServerless.Photos;

namespace FitServerless.Coach.Photos;

/// <summary>Looks at progress photos. There are no rules for that: without a model the answer is that it is impossible.</summary>
public sealed class PhotoCoach
{
    /// <summary>Of an upload; phones' photos have 2 to 8 MB.</summary>
    public const int MaxBytes = 10_000_000;

    private static readonly PhotoTask Task = new();

    private readonly CoachPipeline _pipeline;

    internal PhotoCoach(CoachPipeline pipeline) => _pipeline = pipeline;

    public Task<CoachOutcome<PhotoAnalysis>> AnalyzeAsync(Caller caller, BarePhoto photo, CancellationToken cancellationToken) =>
        _pipeline.AskAsync(Task, photo, caller, cancellationToken);
}
