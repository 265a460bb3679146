using FitServerless.Accounts;
using FitServerless.Briefings;
using FitServerless.Briefings.Delivery;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Schedules;
using FitServerless.Tests.Mail;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Briefings;

/// <summary>What a job does for one person, however often it runs and wherever it dies.</summary>
[Collection(SharedStorage.Name)]
public sealed class BriefingJobTests(StorageFixture storage)
{
    private readonly BriefingWorld _world = new(storage);

    [Fact]
    public async Task Reading_for_one_person_takes_three_transactions_and_the_whole_job_six()
    {
        await SeedAsync();
        var occasion = _world.Occasion(OccasionKind.DailyBriefing, BriefingWorld.Today);

        var reading = await _world.Counter.CountAsync(async () =>
        {
            var account = (await _world.Get<IAccountStore>().FindAsync(_world.UserId, default))!;
            await _world.Get<BriefingWriter>().WriteAsync(account, FitServerless.Accounts.Profiles.Person.Of(account), occasion, default);
        });
        // The first that a process keeps for a person notes when it expires, and its notice does.
        Assert.Equal(12, await _world.Counter.CountAsync(() => _world.RunAsync(OccasionKind.EveningReview)));
        var job = await _world.Counter.CountAsync(() => _world.RunAsync(OccasionKind.DailyBriefing));

        Assert.Equal((3, 6), (reading, job));
    }

    [Fact]
    public async Task A_repeat_changes_nothing_even_if_there_is_more_to_tell()
    {
        await SeedAsync(email: true);
        var first = await _world.TellAsync(OccasionKind.DailyBriefing);
        await _world.TrainAsync("2026-05-31T08:00", "Biking", 300, 250, 99_000);

        var second = await _world.TellAsync(OccasionKind.DailyBriefing);

        Assert.Equal(first.Text, second.Text);
        Assert.Single(await ListAsync());
        var notification = Assert.Single(await _world.Inbox.ListAsync(_world.UserId, 0, 10, default));
        Assert.Equal((NotificationKind.Briefing, first.Title, first.Text), (notification.Kind, notification.Title, notification.Body));
        Assert.Equal("/api/briefings/daily/2026-06-01", notification.Data!.Value.GetProperty("path").GetString());
        Assert.Single(_world.Mailer.Letters);
    }

    [Fact]
    public async Task Two_runs_at_a_time_are_one_briefing_one_notification_and_one_letter()
    {
        await SeedAsync(email: true);

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => _world.RunAsync(OccasionKind.DailyBriefing))));

        Assert.All(runs, end => Assert.True(end is null or MailUnderWayException, $"{end}"));
        Assert.Contains(null, runs);
        Assert.Single(await ListAsync());
        Assert.Single(await _world.Inbox.ListAsync(_world.UserId, 0, 10, default));
        Assert.Single(_world.Mailer.Letters);
    }

    [Fact]
    public async Task A_letter_that_did_not_leave_leaves_with_a_later_run()
    {
        await SeedAsync(email: true);
        _world.Mailer.Before = () => throw new MailOutageException("it is out");
        await Assert.ThrowsAsync<MailOutageException>(() => _world.RunAsync(OccasionKind.DailyBriefing));
        _world.Mailer.Before = () => Task.CompletedTask;
        await Assert.ThrowsAsync<MailUnderWayException>(() => _world.RunAsync(OccasionKind.DailyBriefing));

        _world.Clock.Now += TimeSpan.FromMinutes(5);
        await _world.RunAsync(OccasionKind.DailyBriefing);

        Assert.Single(_world.Mailer.Letters);
    }

    [Fact]
    public async Task Who_dies_after_sending_sends_the_same_letter_again()
    {
        await SeedAsync(email: true);
        _world.Mailer.After = () => throw new OperationCanceledException();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.RunAsync(OccasionKind.DailyBriefing));
        _world.Mailer.After = () => Task.CompletedTask;

        _world.Clock.Now += TimeSpan.FromMinutes(5);
        await _world.RunAsync(OccasionKind.DailyBriefing);
        await _world.RunAsync(OccasionKind.DailyBriefing);

        Assert.Equal(2, _world.Mailer.Letters.Count);
        Assert.Single(_world.Mailer.Letters.Distinct());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Nobody_gets_mail_who_does_not_want_it_or_where_there_is_none(bool wanted, bool canSend)
    {
        await SeedAsync(email: wanted);
        _world.Mailer.CanSend = canSend;

        await _world.RunAsync(OccasionKind.DailyBriefing);

        Assert.Empty(_world.Mailer.Letters);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task Nothing_happens_for_an_account_that_is_gone()
    {
        await _world.RunAsync(OccasionKind.DailyBriefing);

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task All_of_it_can_be_erased_and_again()
    {
        await SeedAsync();
        await _world.RunAsync(OccasionKind.DailyBriefing);
        await _world.RunAsync(OccasionKind.WeeklyReport);

        await _world.Data.EraseAsync(_world.UserId, default);
        await _world.Data.EraseAsync(_world.UserId, default);

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_briefing_is_shown_as_long_as_the_setting_says()
    {
        await SeedAsync();
        await _world.RunAsync(OccasionKind.DailyBriefing);

        _world.Clock.Now += TimeSpan.FromDays(400);

        Assert.Empty(await ListAsync());
        Assert.Null(await _world.Briefings.FindAsync(_world.UserId, "daily", BriefingWorld.Today, default));
    }

    [Fact]
    public async Task What_people_typed_is_no_markup_in_a_letter()
    {
        await _world.SignUpAsync(email: true, name: "<script>Ada</script>");
        await _world.LiveAsync();

        await _world.RunAsync(OccasionKind.WeekdayPlan);

        var letter = Assert.Single(_world.Mailer.Letters);
        Assert.Contains("Intervals b hard b", letter.Html!, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", letter.Html!, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", letter.Html!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Whatever_a_briefing_says_a_letter_escapes_it()
    {
        var person = new FitServerless.Accounts.Profiles.Person("ada", "ada@example.com", null, "UTC", new());
        var briefing = new Briefing(
            "daily", BriefingWorld.Today, "<img src=x onerror=alert(1)>", "\"a\" & <script>b</script>\nGrüße", new BriefingData(), "supportive", false, default);

        var letter = BriefingLetter.Of(person, briefing);

        Assert.DoesNotContain("<img", letter.Html!, StringComparison.Ordinal);
        Assert.Contains("<p>&quot;a&quot; &amp; &lt;script&gt;b&lt;/script&gt;</p>\n<p>Grüße</p>", letter.Html!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_takes_it_as_text_and_as_HTML()
    {
        if (SmtpServer.IsMissing())
            return;
        await SeedAsync(email: true);
        await _world.RunAsync(OccasionKind.WeeklyReport);
        using var server = await SmtpServer.StartAsync(new { });

        await SmtpMailerTests.Mailer(server).SendAsync(_world.Mailer.Letters.Single(), default);

        var letter = await server.NextAsync();
        var texts = letter["texts"]!.AsArray().Select(text => ((string)text!).ReplaceLineEndings("\n").Trim()).ToList();
        Assert.Equal("Your week to 2026-05-31", (string?)letter["headers"]!["Subject"]);
        Assert.Equal((await ListAsync()).Single().Text, texts[0]);
        Assert.Contains("<h1 style=\"font-size:1.3em\">Your week to 2026-05-31</h1>", texts[1], StringComparison.Ordinal);
    }

    private async Task SeedAsync(bool email = false)
    {
        await _world.SignUpAsync(email: email);
        await _world.LiveAsync();
    }

    private async Task<IReadOnlyList<Briefing>> ListAsync() =>
        (await _world.Briefings.ListAsync(_world.UserId, new BriefingQuery(100), default)).Items;
}
