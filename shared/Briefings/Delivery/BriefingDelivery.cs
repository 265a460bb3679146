using System.Globalization;
using System.Text.Json;
using FitServerless.Accounts.Profiles;
using FitServerless.Mail;
using FitServerless.Notifications;

namespace FitServerless.Briefings.Delivery;

/// <summary>Puts a briefing into the inbox, and into the mail of who wants that and where there is something to tell.</summary>
internal sealed class BriefingDelivery(NotificationInbox inbox, IMailer mailer, IBriefingStore store, TimeProvider clock)
{
    /// <summary>
    /// Longer than all attempts at a letter with the settings as they are (four of 20 s, and the pauses): a run that has begun longer ago is dead.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task DeliverAsync(Person person, StoredBriefing stored, CancellationToken cancellationToken)
    {
        await inbox.AddAsync(person.Id, Notification(stored.Briefing), cancellationToken);
        if (person.Settings.Briefings.Email && mailer.CanSend && !stored.Briefing.IsEmpty && stored.MailedAt is null)
            await MailAsync(person, stored, cancellationToken);
    }

    /// <summary>
    /// Once, as far as SMTP allows: of two runs at a time one gets to send. A run that was killed after the server took the letter is followed by
    /// one that sends it again, under the same Message-ID.
    /// </summary>
    private async Task MailAsync(Person person, StoredBriefing stored, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - stored.MailBegunAt < Patience || !await store.TryBeginMailAsync(person.Id, stored, now, cancellationToken))
            throw new MailUnderWayException();
        await mailer.SendAsync(BriefingLetter.Of(person, stored.Briefing), cancellationToken);
        await store.EndMailAsync(person.Id, stored.Briefing, clock.GetUtcNow(), cancellationToken);
    }

    private static NewNotification Notification(Briefing briefing)
    {
        var date = briefing.Date.ToString("O", CultureInfo.InvariantCulture);
        var data = JsonElement.Parse($$"""{"kind":"{{briefing.Kind}}","date":"{{date}}","path":"/api/briefings/{{briefing.Kind}}/{{date}}"}""");
        return new NewNotification($"briefing-{briefing.Kind}-{date}", NotificationKind.Briefing, briefing.Title, briefing.Text, data);
    }
}
