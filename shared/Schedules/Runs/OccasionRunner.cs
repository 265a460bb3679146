using FitServerless.Accounts.Profiles;
using FitServerless.Schedules.Rules;
using FitServerless.Schedules.Storage;
using FitServerless.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Schedules.Runs;

/// <summary>Does one person's job and plans their next occasion.</summary>
internal sealed partial class OccasionRunner(
    IPeople people, OccasionJobs jobs, OccasionSchedules schedules, IRunStore runs, IOptions<ScheduleOptions> options, TimeProvider clock,
    ILogger<OccasionRunner> logger)
{
    /// <exception cref="Exception">Storage is down: nobody's fault, and everybody's try again.</exception>
    public async Task<OccasionOutcome> RunAsync(DueOccasion due, bool isLastTry, CancellationToken cancellationToken)
    {
        Person? person = null;
        try
        {
            person = await people.FindAsync(due.UserId, cancellationToken);
            if (person is null)
                return new OccasionOutcome(due, Fate.Unknown);
            // Whoever is let in again signs in, and then stands in the index again.
            if (person.IsSuspended || !schedules[due.Kind].IsWanted(person.Settings))
                return new OccasionOutcome(due, Fate.Unwanted);
            if (IsPassedOver(person, due))
                return new OccasionOutcome(due, Fate.Moved, Next(person, due, due.Served));
            await RunJobAsync(due.Occasion, cancellationToken);
            return new OccasionOutcome(due, Fate.Served, Next(person, due, due.LocalDate));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && (person is not null || !StorageFaults.IsOutage(e)))
        {
            LogFailed(due.Kind, due.Slot, due.UserId, e.GetType().Name);
            if (!isLastTry)
                return new OccasionOutcome(due, Fate.Left);
            await runs.SetAsideAsync(new SetAside(due, e.GetType().Name, clock.GetUtcNow()), cancellationToken);
            return new OccasionOutcome(due, Fate.SetAside, person is null ? Tomorrow(due) : Next(person, due, due.LocalDate));
        }
    }

    private async Task RunJobAsync(Occasion occasion, CancellationToken cancellationToken)
    {
        var seconds = occasion.Kind == OccasionKind.Backup ? options.Value.BackupSeconds : options.Value.JobSeconds;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await jobs[occasion.Kind].RunAsync(occasion, either.Token);
    }

    /// <summary>It is too late for it, or it was planned by settings, or clocks, that are no longer the person's.</summary>
    private bool IsPassedOver(Person person, DueOccasion due) =>
        due.Slot < Earliest(due.Kind) || (!due.IsReplay && !schedules[due.Kind].IsCurrent(person, due));

    private DueOccasion? Next(Person person, DueOccasion due, DateOnly served)
    {
        if (due.IsReplay)
            return null;
        var earliest = Earliest(due.Kind);
        // Somebody whose settings changed may be due again before this slot.
        var after = served == due.LocalDate && due.Slot > earliest ? due.Slot : earliest;
        return schedules[due.Kind].Plan(person, after, served);
    }

    /// <summary>For a person that cannot be read: once they can, their settings say when they are due.</summary>
    private static DueOccasion? Tomorrow(DueOccasion due) => due.IsReplay ? null : due with
    {
        Slot = due.Slot.AddDays(1),
        LocalDate = due.LocalDate.AddDays(1),
        Served = due.LocalDate,
    };

    private DateTimeOffset Earliest(OccasionKind kind) => clock.GetUtcNow() - schedules[kind].MaxAge;

    [LoggerMessage(1501, LogLevel.Warning, "{Kind} of {Slot} failed for {UserId}: {ErrorType}")]
    private partial void LogFailed(OccasionKind kind, DateTimeOffset slot, string userId, string errorType);
}
