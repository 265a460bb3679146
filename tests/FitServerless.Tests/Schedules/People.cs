using FitServerless.Accounts.Profiles;

namespace FitServerless.Tests.Schedules;

/// <summary>People for tests.</summary>
internal static class People
{
    public static Person In(string zone, int hour = 7, string id = "ada") => new(
        id, "ada@example.com", "Ada", zone, new PersonSettings { Briefings = new BriefingSettings { Hour = hour } });
}
