using System.Security.Cryptography;
using FitServerless.Azurite;

namespace FitServerless.Bench;

/// <summary>What the app is started with, in this process or in one of its own.</summary>
internal static class AppSettings
{
    public static IReadOnlyDictionary<string, string?> For(string storage) => new Dictionary<string, string?>(SampleSchedules.All.Concat(RaisedLimits.All))
    {
        ["AzureWebJobsStorage"] = storage,
        ["Research:Endpoint"] = "",
        ["JWT_SECRET"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        // Riders are set up by the hundred, and signing up is no scenario.
        ["Accounts:PasswordIterations"] = "1000",
        // One writer and one listener stand for many.
        ["Chat:MessagesPerMinute"] = "100000",
        ["EventStreams:MaxPerUser"] = "1000",
    };
}
