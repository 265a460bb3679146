using System.Reflection;
using System.Text.Json.Nodes;
using FitServerless.Accounts;
using FitServerless.Azurite;
using FitServerless.Briefings;
using FitServerless.Chat;
using FitServerless.Chat.WebPubSub;
using FitServerless.Coach;
using FitServerless.Coach.Model;
using FitServerless.Functions.Http;
using FitServerless.Live;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Storage;
using FitServerless.Sync;
using Microsoft.Extensions.Configuration;

namespace FitServerless.Tests.Api;

/// <summary>The sample of the settings names every option, with the value it has anyway.</summary>
public sealed class SampleSettingsTests
{
    /// <summary>They have names of their own, and no defaults.</summary>
    private static readonly string[] Secrets = [nameof(AccountOptions.JwtSecret), nameof(SmtpOptions.Password)];

    /// <summary>Its names are the operator's.</summary>
    private const string Named = nameof(SyncOptions.Collections);

    public static TheoryData<string, object> Options => new()
    {
        { AccountOptions.Section, new AccountOptions() },
        { BriefingOptions.Section, new BriefingOptions() },
        { ChatOptions.Section, new ChatOptions() },
        { CoachOptions.Section, new CoachOptions() },
        { EventStreamOptions.Section, new EventStreamOptions() },
        { HttpOptions.Section, new HttpOptions() },
        { LiveOptions.Section, new LiveOptions() },
        { ModelOptions.Section, new ModelOptions() },
        { NotificationOptions.Section, new NotificationOptions() },
        { SmtpOptions.Section, new SmtpOptions() },
        { StorageOptions.Section, new StorageOptions() },
        { SyncOptions.Section, new SyncOptions() },
        { WebPubSubOptions.Section, new WebPubSubOptions() },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_stands_in_the_sample_with_its_default(string section, object defaults)
    {
        var sample = ReadSample().GetSection(section);
        var options = defaults.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(option => !Secrets.Contains(option.Name) && option.Name != Named).ToList();
        Assert.Equal(options.Select(option => option.Name).Order(), sample.GetChildren().Select(child => child.Key).Order());
        Assert.All(options, option => Assert.Equal($"{option.GetValue(defaults)}", sample[option.Name]));
    }

    [Fact]
    public void The_sample_holds_no_secret()
    {
        Assert.Equal("", ReadSample()["JWT_SECRET"]);
        Assert.Equal("", ReadSample()["SMTP_PASSWORD"]);
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
