namespace FitServerless.Tests.Privacy;

/// <summary>
/// What is kept in each table and container, as far as people are concerned. Whoever adds one says here who erases it; that it is true, the
/// tests of erasure show: they find the person in each before, and nowhere after.
/// </summary>
internal static class PersonalStorage
{
    /// <summary>By the name of the <c>IPersonalData</c> that erases it.</summary>
    public static readonly IReadOnlyDictionary<string, string> ErasedBy = new Dictionary<string, string>
    {
        ["UserData"] = "documents",
        ["Accounts"] = "account",
        ["RefreshTokens"] = "refreshTokens",
        ["SignInTries"] = "signIns",
        ["MagicLinks"] = "signIns",
        ["Grants"] = "grants",
        ["Shares"] = "shares",
        ["Notifications"] = "notifications",
        ["ChatMessages"] = "chat",
        ["Quotas"] = "quotas",
        ["AiRequests"] = "aiRequests",
        ["AiAnswers"] = "aiAnswers",
        ["Conversations"] = "conversations",
        ["Expiry"] = "expiry",
        ["Audit"] = "audit",
        ["Files"] = "files",
        // A table a day.
        ["Analytics"] = "events",
        ["Briefings"] = "briefings",
        ["Due"] = "schedules",
        ["Schedules"] = "schedules",
        ["ScheduleRuns"] = "schedules",
        // By the end of the job, which is all that is in it.
        ["Erasures"] = "account",
        // Of each feature that keeps files: "files", "backups", "originals".
        ["users"] = "files",
        ["outbox"] = "outbox",
    };

    /// <summary>Where nobody is named.</summary>
    public static readonly IReadOnlyList<string> OfNobody = ["Runs", "Configuration", "catalogues"];

    public static IEnumerable<string> Tables => ErasedBy.Keys.Where(name => char.IsUpper(name[0]));

    public static IEnumerable<string> Containers => ErasedBy.Keys.Where(name => char.IsLower(name[0]));

    public static bool IsOurs(string place) => ErasedBy.ContainsKey(place) || OfNobody.Contains(place);
}
