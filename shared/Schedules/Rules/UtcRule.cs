using FitServerless.Accounts.Profiles;
using NCrontab;

namespace FitServerless.Schedules.Rules;

/// <summary>At the times of a timer, the same for everybody; the local date is whichever the person has then.</summary>
internal sealed class UtcRule(string schedule) : IOccasionRule
{
    private readonly CrontabSchedule _schedule = CrontabSchedule.Parse(schedule, Cron.WithSeconds);

    public PlannedOccasion Next(Person person, DateTimeOffset after, DateOnly served)
    {
        var slot = after;
        while (true)
        {
            // From the quarter hour on: what falls into the same one has a slot that is no later.
            slot = Quarters.Up(new DateTimeOffset(_schedule.GetNextOccurrence(Quarters.Down(slot).UtcDateTime), TimeSpan.Zero));
            var date = LocalTime.DateAt(person.Zone, slot);
            if (date > served)
                return new PlannedOccasion(slot, date);
        }
    }
}
