using System.Reflection;
using System.Text.Json.Nodes;
using FitServerless.Accounts;
using FitServerless.Azurite;
using FitServerless.Chat;
using FitServerless.Chat.WebPubSub;
using FitServerless.Coach;
using FitServerless.Coach.Model;
using FitServerless.Downloads;
using FitServerless.Files;
using FitServerless.Functions.Http;
using FitServerless.Live;
using FitServerless.Notifications;
using FitServerless.Storage;
using FitServerless.Sync;
using Microsoft.Extensions.Configuration;

namespace FitServerless.Tests.Api;

/// <summary>The sample of the settings names every option, with the value it has anyway.</summary>
public sealed class SampleSettingsTests
{
    /// <summary>It has a name of its own, and no default.</summary>
    private const string Secret = nameof(AccountOptions.JwtSecret);

    /// <summary>Its names are the operator's.</summary>
    private const string Named = nameof(SyncOptions.Collections);

    public static TheoryData<string, object> Options => new()
    {
        { AccountOptions.Section, new AccountOptions() },
        { ChatOptions.Section, new ChatOptions() },
        { CoachOptions.Section, new CoachOptions() },
        { DownloadOptions.Section, new DownloadOptions() },
        { EventStreamOptions.Section, new EventStreamOptions() },
        { FilesOptions.Section, new FilesOptions() },
        { HttpOptions.Section, new HttpOptions() },
        { LiveOptions.Section, new LiveOptions() },
        { ModelOptions.Section, new ModelOptions() },
        { NotificationOptions.Section, new NotificationOptions() },
        { StorageOptions.Section, new StorageOptions() },
        { SyncOptions.Section, new SyncOptions() },
        { WebPubSubOptions.Section, new WebPubSubOptions() },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_stands_in_the_sample_with_its_default(string section, object defaults)
    {
        var sample = ReadSample().GetSection(section);
        var options = defaults.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(option => option.Name is not (Secret or Named)).ToList();
        Assert.Equal(options.Select(option => option.Name).Order(), sample.GetChildren().Select(child => child.Key).Order());
        Assert.All(options, option => Assert.Equal($"{option.GetValue(defaults)}", sample[option.Name]));
    }

    [Fact]
    public void The_sample_holds_no_secret()
    {
        Assert.Equal("", ReadSample()["ENCRYPTION_KEY"]);
        Assert.Equal("", ReadSample()["ENCRYPTION_KEY_PREVIOUS"]);
        Assert.Equal("", ReadSample()["JWT_SECRET"]);
        Assert.Equal("", ReadSample()["OpenAI:ApiKey"]);
    }

    private static IConfigurationRoot ReadSample()
    {
        var values = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "local.settings.sample.json")))!["Values"]!.AsObject();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value)))
            .Build();
    }
}
