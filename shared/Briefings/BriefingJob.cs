using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Briefings.Delivery;
using FitServerless.Schedules;
using Microsoft.Extensions.Options;

namespace FitServerless.Briefings;

/// <summary>
/// Writes somebody's briefing of one kind, keeps it, and delivers what is kept: a repeat finds the first one and delivers what of it has not been.
/// </summary>
internal sealed class BriefingJob(
    OccasionKind kind, IAccountStore accounts, BriefingWriter writer, IBriefingStore store, BriefingDelivery delivery,
    IOptions<BriefingOptions> options)
    : IOccasionJob
{
    public OccasionKind Kind => kind;

    /// <summary>
    /// Nothing for somebody whose account is gone. Three transactions to read, for weeks and months also those of <see cref="Log.AppUseReader"/>,
    /// one to keep, two for the inbox, two for a letter.
    /// </summary>
    public async Task RunAsync(Occasion occasion, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(occasion.UserId, cancellationToken) is not { } account)
            return;
        var person = Person.Of(account);
        var briefing = await writer.WriteAsync(account, person, occasion, cancellationToken);
        var expiresAt = occasion.Slot.AddDays(options.Value.RetentionDays);
        var stored = await store.AddAsync(person.Id, briefing, expiresAt, cancellationToken);
        await delivery.DeliverAsync(person, stored, cancellationToken);
    }
}
