using FitServerless.Schedules;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Schedules;

/// <summary>
/// Each starts the runs of one kind that are to be started: none, one, or all that were missed. Firing twice, too late or by hand
/// (<c>POST /admin/functions/{name}</c>) does no harm.
/// </summary>
public sealed class OccasionTimers(RunStarter starter)
{
    [Function(nameof(SendDailyBriefings))]
    public Task SendDailyBriefings(
        [TimerTrigger("%Schedules:SendDailyBriefings%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.StartAsync(OccasionKind.DailyBriefing, client, cancellationToken);

    [Function(nameof(PlanWeekdayMornings))]
    public Task PlanWeekdayMornings(
        [TimerTrigger("%Schedules:PlanWeekdayMornings%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.StartAsync(OccasionKind.WeekdayPlan, client, cancellationToken);

    [Function(nameof(ReviewWeekdayEvenings))]
    public Task ReviewWeekdayEvenings(
        [TimerTrigger("%Schedules:ReviewWeekdayEvenings%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.StartAsync(OccasionKind.EveningReview, client, cancellationToken);

    [Function(nameof(SendWeeklyReports))]
    public Task SendWeeklyReports(
        [TimerTrigger("%Schedules:SendWeeklyReports%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.StartAsync(OccasionKind.WeeklyReport, client, cancellationToken);

    [Function(nameof(SendWeeklyInsights))]
    public Task SendWeeklyInsights(
        [TimerTrigger("%Schedules:SendWeeklyInsights%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.StartAsync(OccasionKind.WeeklyInsights, client, cancellationToken);

    [Function(nameof(SendMonthlyReports))]
    public Task SendMonthlyReports(
        [TimerTrigger("%Schedules:SendMonthlyReports%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.StartAsync(OccasionKind.MonthlyReport, client, cancellationToken);

    [Function(nameof(BackUpUsers))]
    public Task BackUpUsers(
        [TimerTrigger("%Schedules:BackUpUsers%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        starter.StartAsync(OccasionKind.Backup, client, cancellationToken);
}
