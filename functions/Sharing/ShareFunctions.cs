using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sharing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sharing;

/// <summary>Single plans and workouts that people let each other see.</summary>
public sealed class ShareFunctions(ShareService shares, CurrentUser user)
{
    private const int MaxBody = 16 * 1024;

    [Function(nameof(CreateShare))]
    [Summary("Lets somebody read a workout or a plan, or edit the plan.")]
    [Body<ShareRequest>]
    [Answer<ShareView>(201)]
    [Refuses(404, 409)]
    public async Task<IResult> CreateShare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/shares")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(ShareContracts.Default.ShareRequest, MaxBody, cancellationToken);
        return await shares.GiveAsync(user.Caller, body, cancellationToken) switch
        {
            ShareOutcome.Given { Share: var share } => TypedResults.Json(
                ShareView.Of(share), ShareContracts.Default.ShareView, statusCode: StatusCodes.Status201Created),
            ShareOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            ShareOutcome.NotFound => new ProblemResult(Problems.NotFound),
            ShareOutcome.Encrypted => new ProblemResult(Problems.Encrypted),
            ShareOutcome.TooMany => new ProblemResult(Problems.TooManyShares),
            ShareOutcome.SignedOut => new ProblemResult(Problems.Unauthorized),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(ListShares))]
    [Summary("What the caller shares (with the first page), and what others share with the caller, page by page.")]
    [Paged]
    [Answer<SharesView>(200)]
    public async Task<IResult> ListShares(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/shares")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (request.Int("limit", 100, 1, 1000), ListCursors.Decode(request.Text("cursor")));
        var given = cursor is null ? await shares.ListGivenAsync(user.Id, cancellationToken) : [];
        var received = await shares.ListReceivedAsync(user.Caller, cursor, limit, cancellationToken);
        if (received.NextCursor is { } next)
            request.HttpContext.LinkNext("cursor", ListCursors.Encode(next));
        return TypedResults.Json(
            new SharesView([.. given.Select(ShareView.Of)], [.. received.Items.Select(ReceivedShareView.Of)]), ShareContracts.Default.SharesView);
    }

    [Function(nameof(DeleteShare))]
    [Summary("Takes a share back, or gives it back.")]
    [Answer(204)]
    public async Task<IResult> DeleteShare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/shares/{shareId}")] HttpRequest request,
        string shareId,
        CancellationToken cancellationToken) =>
        await shares.EndAsync(user.Caller, shareId, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);
}
