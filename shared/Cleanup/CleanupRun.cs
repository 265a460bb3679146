using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Cleanup;

/// <summary>One run of a job, for operators.</summary>
/// <param name="Job">The timer that ran.</param>
/// <param name="Day">Everything due by its end, in UTC, was looked for.</param>
/// <param name="Steps">What ran. Cleanups that have been done for the day before are not among them.</param>
public sealed record CleanupRun(string Job, DateOnly Day, IReadOnlyList<CleanupStep> Steps)
{
    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset StartedAt { get; init; }

    public required long Milliseconds { get; init; }
}
