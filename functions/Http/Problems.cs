using FitServerless.Sync;

namespace FitServerless.Functions.Http;

/// <summary>The catalogue of problems. Their names are a contract: clients switch on them.</summary>
internal static class Problems
{
    public static readonly Problem Unauthorized = new("unauthorized", 401, "Sign in first", "A valid access token is needed.");

    public static readonly Problem WrongCredentials = new("wrong-credentials", 401, "Not signed in", "E-mail or password is wrong.");

    public static readonly Problem BadRefreshToken = new("bad-refresh-token", 401, "Not signed in", "The refresh token is not, or no longer, good.");

    public static readonly Problem CodeRequired =
        new("code-required", 401, "Code needed", "The account has a second factor: send its code, or a recovery code, as code.");

    public static readonly Problem WrongCode = new("wrong-code", 401, "Not signed in", "The code is wrong, too old, or used.");

    public static readonly Problem BadLink = new("bad-link", 401, "Not signed in", "The link is not, or no longer, good. Ask for a new one.");

    public static readonly Problem WrongProof = new("wrong-proof", 403, "Not allowed", "The code or password is wrong, or used.");

    public static readonly Problem ProofNeeded = new(
        "proof-needed", 403, "Not allowed",
        "Send the password, or a code of the second factor; or sign in by a link, and ask again within 15 minutes.");

    public static readonly Problem AccountSuspended =
        new("account-suspended", 403, "Account suspended", "An administrator has suspended the account. Ask the operator.");

    public static readonly Problem NotAdmin = new("forbidden", 403, "Not allowed", "Only admins may.");

    public static readonly Problem IsAdmin = new(
        "is-admin", 409, "An admin", "Take the role first. Who is an admin by the settings is one until the operator changes them.");

    public static readonly Problem SecondFactorOn = new("second-factor-on", 409, "Already on", "Disable the second factor first.");

    public static readonly Problem NoSecondFactor = new("no-second-factor", 409, "Not on", "There is no second factor: enroll first.");

    public static readonly Problem TooManyGrants = new("too-many-grants", 409, "Too many grants", "Take another grant back first.");

    public static readonly Problem TooManyShares = new("too-many-shares", 409, "Too many shares", "Take another share back first.");

    public static readonly Problem NotFound = new("not-found", 404, "Not found");

    public static readonly Problem RoomFull = new("room-full", 409, "The room is full", "Somebody has to leave first.");

    public static readonly Problem TooManyConversations =
        new("too-many-conversations", 409, "Too many conversations", "Delete one before you start another.");

    public static readonly Problem EmailTaken = new("email-taken", 409, "Already registered", "There is an account with this e-mail.");

    public static readonly Problem Encrypted =
        new("encrypted", 409, "Encrypted", "Only the devices that encrypted the document can read it.");

    /// <summary>The client starts over, without a cursor.</summary>
    public static readonly Problem ResyncNeeded = new(
        "resync", 410, "Start over", "Deletes since the cursor are forgotten: pull without a cursor and drop what does not come.", Resync: true);

    public static readonly Problem NotJson = new("unsupported-media-type", 415, "Not JSON", "Send application/json.");

    /// <summary>The server's own limit, before any of ours was looked at.</summary>
    public static readonly Problem BodyTooLarge = new("too-large", 413, "Too large", "The body is larger than any may be.");

    public static readonly Problem Internal = new("internal", 500, "Something went wrong", "It has been logged under the trace id.");

    /// <summary>A stored file cannot be decrypted; the operator finds the reason in the log.</summary>
    public static readonly Problem Unreadable =
        new("unreadable", 500, "The file cannot be read", "It is stored in a way that the service cannot open at the moment.");

    public static readonly Problem StorageUnavailable =
        new("storage-unavailable", 503, "Storage cannot be reached", "Try again; nothing of this request is half done.", RetryAfter: 5);

    public static readonly Problem MailUnavailable =
        new("mail-unavailable", 503, "Letters do not leave", "There is no mail server, or it takes no letters. Try again.", RetryAfter: 60);

    public static readonly Problem Busy =
        new("busy", 503, "Too many writers", "Other devices of this account are writing. Try again.", RetryAfter: 1);

    public static readonly Problem NotAPhoto = new("unsupported-media-type", 415, "Not a photo", "Send a JPEG, PNG or GIF as the body.");

    public static readonly Problem AiUnavailable =
        new("ai-unavailable", 503, "No model to ask", "Only a model can answer this, and there is none, or none that answers.", RetryAfter: 60);

    public static readonly Problem TooManyStreams =
        new("too-many-streams", 429, "Too many streams", "Close other streams of this account first.", RetryAfter: 30);

    public static readonly Problem StreamsFull =
        new("streams-full", 503, "No more streams", "As many clients listen as this instance takes. Try again.", RetryAfter: 10);

    public static readonly Problem ChangedMeanwhile =
        new("changed-meanwhile", 409, "Changed meanwhile", "Another device changed one of the records: pull, then push again. Nothing was written.");

    public static readonly Problem TooManyEvents = new("too-many-events", 422, "Too many events", "Ask for less time, or for one type.");

    /// <param name="retryAfter">Seconds, where storage said how many.</param>
    public static Problem StorageBusy(int? retryAfter) => StorageUnavailable with { RetryAfter = retryAfter ?? StorageUnavailable.RetryAfter };

    public static Problem Forbidden(string detail) => new("forbidden", 403, "Not allowed", detail);

    public static Problem MessageRefused(string reason) => new("message-refused", 422, "Message refused", reason);

    public static Problem TooManyTries(TimeSpan wait) => new(
        "too-many-tries", 429, "Too many tries", "Wait, or sign in by a link (POST /auth/magic-link).",
        RetryAfter: (int)Math.Ceiling(wait.TotalSeconds));

    public static Problem TooFast(TimeSpan wait) =>
        new("too-fast", 429, "Too fast", "Send less often.", RetryAfter: (int)Math.Ceiling(wait.TotalSeconds));

    public static Problem Malformed(string detail) => new("malformed", 400, "Malformed request", detail);

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new("invalid", 400, "Not valid", "Some members are not valid.", errors);

    /// <summary>By document, why it cannot be taken.</summary>
    public static Problem Unprocessable(IReadOnlyDictionary<string, string[]> errors) =>
        new("unprocessable", 422, "Not valid", "Some documents cannot be taken.", errors);

    public static Problem Invalid(string member, string message) => Invalid(new Dictionary<string, string[]> { [member] = [message] });

    public static Problem TooManyRequests(int seconds) =>
        new("too-many-requests", 429, "Too many requests", "The headers tell how many there may be.", RetryAfter: seconds);

    /// <summary>The coach understands and declines; <paramref name="reason"/> is meant for the person.</summary>
    public static Problem SeeProfessional(string reason) => new("see-a-professional", 422, "Please ask a professional", reason);

    public static Problem NothingFits(string reason) => new("nothing-fits", 422, "Nothing fits", reason);

    public static Problem TooLarge(long limit) => new("too-large", 413, "Too large", $"At most {limit} bytes.");

    public static Problem PreconditionFailed(StoredJson current) =>
        new("precondition-failed", 412, "Changed meanwhile", "It has changed since it was read.", Current: current);

    /// <summary>The edit is older than what is stored.</summary>
    public static Problem Stale(ChangeResult result) =>
        new("stale", 409, "Changed meanwhile", "The server's document is newer.", Current: result.Current);

    public static Problem From(ChangeResult result)
    {
        var problem = result.Problem ?? throw new ArgumentException("The change was not refused.", nameof(result));
        return new Problem(problem.Type, problem.Status, Title(problem.Status), problem.Detail, problem.Errors, result.Current);
    }

    private static string Title(int status) => status switch
    {
        400 => "Not valid",
        404 => "Not found",
        409 => "Conflict",
        412 => "Changed meanwhile",
        _ => "Refused",
    };
}
