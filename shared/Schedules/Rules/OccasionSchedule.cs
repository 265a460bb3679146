using FitServerless.Accounts.Profiles;

namespace FitServerless.Schedules.Rules;

/// <summary>Who gets a kind of occasion, when, and until when it is still of use.</summary>
/// <param name="MaxAge">From its slot on. What is older is passed over; the person's next one is planned as ever.</param>
internal sealed record OccasionSchedule(OccasionKind Kind, Func<PersonSettings, bool> IsWanted, IOccasionRule Rule, TimeSpan MaxAge)
{
    public DueOccasion Plan(Person person, DateTimeOffset after, DateOnly served)
    {
        var (slot, date) = Rule.Next(person, after, served);
        return new DueOccasion(Kind, person.Id, slot, date, served);
    }

    /// <summary>False when the person's settings, or the clocks of their zone, have changed since it was planned.</summary>
    public bool IsCurrent(Person person, DueOccasion due) =>
        Rule.Next(person, due.Slot - TimeSpan.FromTicks(1), due.Served) == new PlannedOccasion(due.Slot, due.LocalDate);
}
