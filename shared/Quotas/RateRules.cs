namespace FitServerless.Quotas;

/// <summary>The limits of each class of routes, cheapest to ask first.</summary>
internal static class RateRules
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IReadOnlyDictionary<RouteClass, IReadOnlyList<RateRule>> Of(RateLimitOptions options)
    {
        var burst = new RateRule(new("user-burst", options.UserBurst, TimeSpan.FromSeconds(10)), IsOfProcess: true);
        // How many others are at the same place is nobody's business until it stops them.
        var source = new RateRule(Shared("source-minute", options.SourcePerMinute, Minute), IsOfSource: true, IsTold: false);
        return new Dictionary<RouteClass, IReadOnlyList<RateRule>>
        {
            [RouteClass.User] =
            [
                burst,
                new(Shared("user-minute", options.UserPerMinute, Minute)),
                new(Shared("user-hour", options.UserPerHour, TimeSpan.FromHours(1))),
                source,
            ],
            [RouteClass.Stream] = [new(Shared("stream-minute", options.StreamsPerMinute, Minute)), source],
            [RouteClass.OwnQuota] = [source],
            [RouteClass.SignIn] = [new(new("sign-in-minute", options.SignInsPerMinute, Minute), IsOfSource: true)],
            [RouteClass.Open] = [new(Shared("open-minute", options.OpenPerMinute, Minute), IsOfSource: true)],
            [RouteClass.Service] = [new(new("service-minute", options.ServicePerMinute, Minute), IsOfSource: true, IsOfProcess: true)],
        };

        QuotaPolicy Shared(string name, int limit, TimeSpan window) =>
            new(name, limit, window, (int)((long)limit * options.UncountedPercent / 100));
    }
}
