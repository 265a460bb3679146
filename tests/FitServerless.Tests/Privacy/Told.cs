using FitServerless.Briefings;
using FitServerless.Schedules;
using FitServerless.Schedules.Runs;
using FitServerless.Schedules.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Privacy;

/// <summary>What schedules leave of a person: a briefing, and a note that one could not be made.</summary>
internal static class Told
{
    public static async Task AddAsync(IServiceProvider services, string userId)
    {
        var (now, today) = (DateTimeOffset.UtcNow, DateOnly.FromDateTime(DateTime.UtcNow));
        var briefing = new Briefing(BriefingKinds.All.First(), today, "Title", "Text", new BriefingData(), "supportive", IsEmpty: true, now);
        await services.GetRequiredService<IBriefingStore>().AddAsync(userId, briefing, now.AddDays(1), default);
        var due = new DueOccasion(OccasionKind.MonthlyReport, userId, now, today, today);
        await services.GetRequiredService<IRunStore>().SetAsideAsync(new SetAside(due, "TimeoutException", now), default);
    }
}
