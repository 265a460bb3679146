using FitServerless.Local.Cli.Training;

namespace FitServerless.Local.Cli;

/// <summary>
/// Fills an account with eight weeks of training. Workouts carry ids of their day, so a second run adds only the days since the first.
/// </summary>
internal static class Demo
{
    private const string Email = "demo@example.com";
    private const string Password = "three kittens on a bike";
    private const int Weeks = 8;

    // Enough to look at, and little enough to send in a second.
    private const int RidesWithSamples = 3;

    public static async Task<int> RunAsync(Options options, CancellationToken stop)
    {
        var url = ParseUrl(options["--url"] ?? "http://localhost:7071");
        var (email, password) = (options["--email"] ?? Email, options["--password"] ?? Password);
        if (!url.IsLoopback && options["--password"] is null)
            throw new UsageException("The demo's own password is public: name one with --password for a backend that others reach.");

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var sessions = TrainingPlan.Between(today.AddDays(-7 * Weeks), today).ToList();
        var sampled = sessions.Where(session => session.IsRide).TakeLast(RidesWithSamples).ToHashSet();

        using var backend = await Backend.SignInAsync(url, email, password, stop);
        var results = await backend.PushAsync([.. sessions.Except(sampled).Select(session => session.ToChange(withSamples: false))], stop);
        foreach (var session in sampled)
        {
            results.AddRange(await backend.PushAsync([session.ToChange(withSamples: true)], stop));
        }

        Tell(sessions, sampled.Count, results);
        Console.WriteLine($$"""
            Log in with:

              curl {{url}}auth/login -H 'Content-Type: application/json' -d '{"email":"{{email}}","password":"{{password}}"}'

            """);
        return results.Exists(result => result.Status == "rejected") ? 1 : 0;
    }

    private static void Tell(List<Session> sessions, int sampled, List<PushResult> results)
    {
        var rides = sessions.Count(session => session.IsRide);
        var added = results.Count(result => result.Status == "applied");
        var known = results.Count(result => result.Status is "duplicate" or "stale" or "merged");
        Console.WriteLine($"{rides} rides and {sessions.Count - rides} runs in {Weeks} weeks, {sampled} of them second by second: "
            + $"{added} new, {known} already there.");
        foreach (var result in results.Where(result => result.Status == "rejected"))
        {
            Console.WriteLine($"{result.LocalId} was rejected: {result.Problem}");
        }
    }

    private static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new Uri(url.GetLeftPart(UriPartial.Authority))
            : throw new UsageException($"'{text}' is no http address.");
}
