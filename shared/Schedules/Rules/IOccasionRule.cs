using FitServerless.Accounts.Profiles;

namespace FitServerless.Schedules.Rules;

/// <summary>When a person is due.</summary>
internal interface IOccasionRule
{
    /// <summary>
    /// The first occasion whose slot is later than <paramref name="after"/> and whose local date is later than <paramref name="served"/>.
    /// </summary>
    PlannedOccasion Next(Person person, DateTimeOffset after, DateOnly served);
}
