namespace FitServerless.Bench.Cost;

/// <summary>
/// What one person's devices ask for in a day: an assumption, 20 requests, of which each is one of the operations that are measured.
/// </summary>
internal static class UserDay
{
    /// <summary>Of all requests of the day in its busiest hour; an even day has 1/24 in each.</summary>
    public const double BusiestHour = 0.12;

    public const string Samples = "3,600 samples, stored";

    public static readonly IReadOnlyList<(string Operation, int Times)> Requests =
    [
        ("pull, nothing new", 9),
        ("push 1 change and pull, nothing new", 5),
        ("upload a workout with 3,600 samples", 1),
        ("read it back with its samples", 2),
        ("list the last 100 workouts", 2),
        ("statistics of 500 workouts", 1),
    ];

    public static int Count => Requests.Sum(request => request.Times);

    public static double Transactions(Measured measured) => Requests.Sum(request => request.Times * measured[request.Operation]);
}
