using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Briefings.Advice;
using FitServerless.Briefings.Log;
using FitServerless.Briefings.Reports;
using FitServerless.Coach;
using FitServerless.Research;
using FitServerless.Schedules;
using FitServerless.Stats;

namespace FitServerless.Briefings;

/// <summary>Makes a briefing from a person's log. What was read at the same state makes the same one, but for the advice of a model.</summary>
internal sealed class BriefingWriter(PersonLogReader logs, AppUseReader uses, StudyShelf studies, CoachPipeline coach)
{
    private static readonly AdviceTask Task = new();

    public async Task<Briefing> WriteAsync(Account account, Person person, Occasion occasion, CancellationToken cancellationToken)
    {
        var report = AllReports.Of(occasion.Kind);
        var log = await logs.ReadAsync(person.Id, occasion.LocalDate, new LocalDays(person.Zone), cancellationToken);
        var personality = person.Settings.Personality;
        var found = report.Collect(log);
        var periods = report.Periods(occasion.LocalDate);
        var use = periods is null ? null : await uses.ReadAsync(person, periods, cancellationToken);
        var data = (found ?? new BriefingData()) with { Encrypted = log.Encrypted > 0 ? log.Encrypted : null, AppUse = use };
        if (found is not null && occasion.Kind == OccasionKind.DailyBriefing)
            data = data with { Suggestion = await SuggestAsync(account, AdviceBrief.Of(personality, log, data), cancellationToken) };
        if (found is not null && occasion.Kind == OccasionKind.WeeklyInsights)
            data = data with { Reading = await studies.OfWeekAsync(occasion.LocalDate, cancellationToken) };
        var lines = found is null ? [report.Nothing] : report.Tell(data, new Phrases(person.Settings.Units == "imperial"));
        if (use is not null)
            lines = lines.Append(Phrases.AppUse(use, periods!.Name));
        return new Briefing(
            BriefingKinds.NameOf(occasion.Kind),
            occasion.LocalDate,
            report.Title(occasion.LocalDate),
            string.Join('\n', Around(lines, person, occasion.Kind, data)),
            data,
            personality,
            IsEmpty: found is null && use is null,
            occasion.Slot);
    }

    private static IEnumerable<string> Around(IEnumerable<string> lines, Person person, OccasionKind kind, BriefingData data)
    {
        yield return Manner.Opening(person.Settings.Personality, kind, Phrases.Plain(person.Name ?? ""));
        foreach (var line in lines)
            yield return line;
        if (data.Suggestion is { } suggestion)
            yield return suggestion;
        if (data.Reading is { } study)
            yield return Phrases.Reading(study);
        if (data.Encrypted is { } encrypted)
            yield return $"Not counted in: {Phrases.Count(encrypted, "document")} that only your own devices can read.";
        yield return Manner.Closing(person.Settings.Personality, kind);
    }

    private async Task<string?> SuggestAsync(Account account, AdviceBrief brief, CancellationToken cancellationToken)
    {
        var caller = new Caller(account.Id, account.Email, account.Roles, account.Tier);
        return (await coach.ProposeAsync(Task, brief, caller, cancellationToken))?.Suggestion;
    }
}
