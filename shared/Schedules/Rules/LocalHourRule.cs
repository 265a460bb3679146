using FitServerless.Accounts.Profiles;

namespace FitServerless.Schedules.Rules;

/// <summary>
/// At a full hour of the person's own day, every day or Monday to Friday. A date on which no clock there shows that hour or a later one is passed
/// over.
/// </summary>
internal sealed class LocalHourRule(Func<Person, int> hour, bool isOnWeekdays = false) : IOccasionRule
{
    public PlannedOccasion Next(Person person, DateTimeOffset after, DateOnly served)
    {
        var zone = person.Zone;
        var time = new TimeOnly(hour(person), 0);
        var today = LocalTime.DateAt(zone, after);
        for (var date = served < today ? today : served.AddDays(1); ; date = date.AddDays(1))
        {
            if (isOnWeekdays && date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            var slot = LocalTime.FirstAt(zone, date.ToDateTime(time));
            if (slot > after && LocalTime.DateAt(zone, slot) == date)
                return new PlannedOccasion(slot, date);
        }
    }
}
