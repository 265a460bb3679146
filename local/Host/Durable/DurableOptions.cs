using System.Globalization;
using System.Text.RegularExpressions;
using FitServerless.Local.Host.Settings;

namespace FitServerless.Local.Host.Durable;

/// <summary>What this host heeds of <c>extensions.durableTask</c> in host.json.</summary>
internal sealed partial record DurableOptions
{
    // A function's slots, as the real extension has them: ten a processor.
    private static readonly int DefaultConcurrency = 10 * Environment.ProcessorCount;

    public required string HubName { get; init; }

    /// <summary>How long a signal accepted by another process may lie until the process that works sees it.</summary>
    public required TimeSpan PollingInterval { get; init; }

    public required int MaxActivities { get; init; }

    public required int MaxOrchestrators { get; init; }

    public required int MaxEntities { get; init; }

    /// <exception cref="FunctionHostException">A value is not one.</exception>
    public static DurableOptions Read(HostJson hostJson, IConfiguration settings)
    {
        var section = hostJson.DurableTask;
        return new DurableOptions
        {
            HubName = HubNameFrom(section["hubName"] ?? "TestHubName", settings),
            PollingInterval = Interval(section["storageProvider:maxQueuePollingInterval"] ?? "00:00:30"),
            MaxActivities = Concurrency(section["maxConcurrentActivityFunctions"]),
            MaxOrchestrators = Concurrency(section["maxConcurrentOrchestratorFunctions"]),
            MaxEntities = Concurrency(section["maxConcurrentEntityFunctions"]),
        };
    }

    private static string HubNameFrom(string text, IConfiguration settings)
    {
        var name = SettingPlaceholders.Resolve(text, "host.json", settings);
        return HubNames().IsMatch(name)
            ? name
            : throw new FunctionHostException($"The hub name '{name}' must be 3 to 45 letters and digits, a letter first.");
    }

    private static TimeSpan Interval(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? interval
            : throw new FunctionHostException($"maxQueuePollingInterval '{text}' in host.json is not a time span.");

    private static int Concurrency(string? text)
    {
        if (text is null) return DefaultConcurrency;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FunctionHostException($"The number '{text}' of concurrent functions in host.json is not above zero.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,44}$")]
    private static partial Regex HubNames();
}
