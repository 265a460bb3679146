using FitServerless.Accounts;
using FitServerless.Grants;
using FitServerless.Sync;

namespace FitServerless.Sharing;

internal static class ShareRules
{
    /// <summary>Those that have expired among them. A page of storage has 1,000 rows, so that a list is one transaction.</summary>
    public const int MaxShares = 200;

    public static bool IsId(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What is wrong with a request, by member.</summary>
    public static Dictionary<string, string[]> Check(ShareRequest request, Caller owner, DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>();
        OtherPerson.Check(errors, ("withUserId", request.WithUserId), ("withEmail", request.WithEmail), owner);
        if (request.Kind is not (ShareKinds.Plan or ShareKinds.Workout))
            errors["kind"] = [$"{ShareKinds.Plan} or {ShareKinds.Workout}."];
        if (!DocumentIds.IsValid(request.ItemId))
            errors["itemId"] = ["The id of one of your own."];
        if (request.Permission is not (ShareKinds.Read or ShareKinds.Edit))
            errors["permission"] = [$"{ShareKinds.Read} or {ShareKinds.Edit}."];
        else if (request is { Kind: ShareKinds.Workout, Permission: ShareKinds.Edit })
            errors["permission"] = [$"A workout is shared to {ShareKinds.Read}."];
        if (request.ExpiresAt <= now)
            errors["expiresAt"] = ["A time to come."];
        return errors;
    }

    /// <param name="request">One that was found good.</param>
    public static Share ToShare(ShareRequest request, Caller owner, DateTimeOffset now)
    {
        var (key, email) = OtherPerson.KeyOf(request.WithUserId, request.WithEmail);
        return new Share
        {
            OwnerId = owner.Id,
            ReceiverKey = key,
            ReceiverEmail = email,
            Item = ShareKinds.KeyOf(request.Kind!, request.ItemId!),
            IsEditable = request.Permission == ShareKinds.Edit,
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
    }
}
