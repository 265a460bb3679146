using FitServerless.Research;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Research;

/// <summary>Keeps what is known of research up to date.</summary>
public sealed class ResearchTimers(ResearchUpdate update)
{
    /// <summary>
    /// Throws where some topics could not be asked about, so that the run counts as failed where operators look; a week later, or after a post to
    /// <c>/admin/functions/UpdateResearch</c>, nothing is missing.
    /// </summary>
    [Function(nameof(UpdateResearch))]
    public Task UpdateResearch([TimerTrigger("%Schedules:UpdateResearch%")] TimerInfo timer, CancellationToken cancellationToken) =>
        update.RunAsync(cancellationToken);
}
