using FitServerless.Resilience;
using Polly;

namespace FitServerless.Research.PubMed;

/// <summary>How PubMed is asked: one request after the other, never faster than it allows, each with at most so many attempts.</summary>
internal sealed class PubMedPatience(ResearchOptions options, TimeProvider clock)
{
    /// <summary>NCBI allows three requests a second without a key: https://www.ncbi.nlm.nih.gov/books/NBK25497 .</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly ResiliencePipeline _pipeline = RetryPipeline.Create(
        new RetryLimits(options.TimeoutSeconds, options.MaxRetries, options.RetryDelayMilliseconds), PubMedFaults.IsTransient, clock);

    public ValueTask<T> RunAsync<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken) => _pipeline.ExecuteAsync(
        async attempt =>
        {
            await Task.Delay(Pause, clock, attempt);
            return await request(attempt);
        },
        cancellationToken);
}
