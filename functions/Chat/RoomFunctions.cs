using FitServerless.Chat;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Chat;

/// <summary>Rooms, and who is in them.</summary>
public sealed class RoomFunctions(RoomService rooms, CurrentUser user)
{
    private const int MaxBody = 16 * 1024;

    [Function(nameof(CreateChatRoom))]
    [Summary("Makes a room; the same two have one.")]
    [Header("Idempotency-Key")]
    [Body<RoomRequest>]
    [Answer<RoomView>(201)]
    [Refuses(403, 404)]
    public async Task<IResult> CreateChatRoom(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chat/rooms")] HttpRequest request, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Read(request);
        var body = await request.ReadAsync(ChatContracts.Default.RoomRequest, MaxBody, cancellationToken);
        return await rooms.CreateAsync(user.Id, body, key, cancellationToken) switch
        {
            RoomCreation.Created { Room: var room } =>
                TypedResults.Json(RoomView.Of(room), ChatContracts.Default.RoomView, statusCode: StatusCodes.Status201Created),
            RoomCreation.Invalid { Member: var member, Reason: var reason } => new ProblemResult(Problems.Invalid(member, reason)),
            RoomCreation.Forbidden => new ProblemResult(Problems.Forbidden("You make rooms that you are in.")),
            _ => new ProblemResult(Problems.NotFound),
        };
    }

    [Function(nameof(ListChatRooms))]
    [Summary("The caller's rooms.")]
    [Answer<IReadOnlyList<RoomSummary>>(200)]
    public async Task<IResult> ListChatRooms(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "chat/rooms")] HttpRequest request, CancellationToken cancellationToken) =>
        TypedResults.Json(await rooms.ListAsync(user.Id, cancellationToken), ChatContracts.Default.IReadOnlyListRoomSummary);

    [Function(nameof(AddChatMember))]
    [Summary("Takes somebody into a room.")]
    [Body<MemberRequest>]
    [Answer(204)]
    [Refuses(403, 409)]
    public async Task<IResult> AddChatMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chat/{roomId}/members")] HttpRequest request,
        string roomId,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(ChatContracts.Default.MemberRequest, MaxBody, cancellationToken);
        return Answer(await rooms.AddAsync(roomId, user.Id, body.UserId, cancellationToken));
    }

    /// <summary>Who is meant stands in the body, or in the query, since not every client sends a body with a DELETE.</summary>
    [Function(nameof(RemoveChatMember))]
    [Summary("Takes somebody out of a room, or leaves it.")]
    [Query("userId", "Who, for clients that send no body.")]
    [Body<MemberRequest>(IsOptional = true)]
    [Answer(204)]
    [Refuses(403)]
    public async Task<IResult> RemoveChatMember(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "chat/{roomId}/members")] HttpRequest request,
        string roomId,
        CancellationToken cancellationToken)
    {
        var userId = request.Text("userId")
            ?? (await request.ReadAsync(ChatContracts.Default.MemberRequest, MaxBody, cancellationToken)).UserId;
        return Answer(await rooms.RemoveAsync(roomId, user.Id, userId, cancellationToken));
    }

    private static IResult Answer(MembershipOutcome outcome) => outcome switch
    {
        MembershipOutcome.Done => TypedResults.NoContent(),
        MembershipOutcome.NotFound => new ProblemResult(Problems.NotFound),
        MembershipOutcome.Forbidden => new ProblemResult(Problems.Forbidden("The room's trainer, or who made it, may.")),
        MembershipOutcome.UnknownUser => new ProblemResult(Problems.Invalid("userId", "There is no such account.")),
        MembershipOutcome.Full => new ProblemResult(Problems.RoomFull),
        _ => throw new InvalidOperationException("Unknown outcome."),
    };
}
