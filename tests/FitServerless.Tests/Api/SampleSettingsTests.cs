using System.Reflection;
using System.Text.Json.Nodes;
using FitServerless.Accounts;
using FitServerless.Analytics;
using FitServerless.Azurite;
using FitServerless.Backups;
using FitServerless.Briefings;
using FitServerless.Chat;
using FitServerless.Chat.WebPubSub;
using FitServerless.Cleanup;
using FitServerless.Coach;
using FitServerless.Coach.Model;
using FitServerless.Downloads;
using FitServerless.Files;
using FitServerless.Functions;
using FitServerless.Functions.Http;
using FitServerless.Live;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Privacy;
using FitServerless.Quotas;
using FitServerless.Research;
using FitServerless.Schedules;
using FitServerless.Storage;
using FitServerless.Sync;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace FitServerless.Tests.Api;

/// <summary>The sample of the settings names every option, with the value it has anyway.</summary>
public sealed class SampleSettingsTests
{
    /// <summary>They have names of their own, and no defaults.</summary>
    private static readonly string[] Secrets = [nameof(AccountOptions.JwtSecret), nameof(AccountOptions.JwtSecretPrevious), nameof(SmtpOptions.Password)];

    /// <summary>Its names are the operator's.</summary>
    private const string Named = nameof(SyncOptions.Collections);

    public static TheoryData<string, object> Options => new()
    {
        { AccountOptions.Section, new AccountOptions() },
        { AnalyticsOptions.Section, new AnalyticsOptions() },
        { BackupOptions.Section, new BackupOptions() },
        { BriefingOptions.Section, new BriefingOptions() },
        { ChatOptions.Section, new ChatOptions() },
        { CleanupOptions.Section, new CleanupOptions() },
        { CoachOptions.Section, new CoachOptions() },
        { DownloadOptions.Section, new DownloadOptions() },
        { EventStreamOptions.Section, new EventStreamOptions() },
        { FilesOptions.Section, new FilesOptions() },
        { HttpOptions.Section, new HttpOptions() },
        { LiveOptions.Section, new LiveOptions() },
        { ModelOptions.Section, new ModelOptions() },
        { NotificationOptions.Section, new NotificationOptions() },
        { SmtpOptions.Section, new SmtpOptions() },
        { PrivacyOptions.Section, new PrivacyOptions() },
        { ResearchOptions.Section, new ResearchOptions() },
        { ScheduleOptions.Section, new ScheduleOptions() },
        { RateLimitOptions.Section, new RateLimitOptions() },
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

    /// <summary>The host leaves out a function whose schedule names a setting that is missing.</summary>
    [Fact]
    public void Every_setting_that_a_timer_names_stands_in_the_sample()
    {
        var names = from type in typeof(FunctionApp).Assembly.GetTypes()
                    from method in type.GetMethods()
                    from parameter in method.GetParameters()
                    let schedule = parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule
                    where schedule?.StartsWith('%') == true
                    select schedule.Trim('%');
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.False(string.IsNullOrEmpty(ReadSample()[name]), name));
    }

    [Fact]
    public void The_sample_holds_no_secret()
    {
        Assert.Equal("", ReadSample()["ENCRYPTION_KEY"]);
        Assert.Equal("", ReadSample()["ENCRYPTION_KEY_PREVIOUS"]);
        Assert.Equal("", ReadSample()["JWT_SECRET"]);
        Assert.Equal("", ReadSample()["JWT_SECRET_PREVIOUS"]);
        Assert.Equal("", ReadSample()["SMTP_PASSWORD"]);
        Assert.Equal("", ReadSample()["OpenAI:ApiKey"]);
        Assert.Equal("", ReadSample()["Research:ApiKey"]);
    }

    private static IConfigurationRoot ReadSample()
    {
        var values = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "local.settings.sample.json")))!["Values"]!.AsObject();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value)))
            .Build();
    }
}
