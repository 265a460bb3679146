using FitServerless.Chat;
using FitServerless.Chat.Operations;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Chat;

/// <summary>Sends operations to rooms.</summary>
internal static class RoomSignals
{
    /// <summary>Returns when the operation is stored, and so will be done, whatever happens to this process.</summary>
    public static Task SignalRoomAsync(
        this DurableTaskClient durable, string roomId, RoomOperation operation, CancellationToken cancellationToken) =>
        durable.Entities.SignalEntityAsync(ChatRoom.IdOf(roomId), operation.GetType().Name, operation, cancellation: cancellationToken);

    public static async Task<IResult> SubmitAsync(
        this DurableTaskClient durable, string roomId, Admission admission, CancellationToken cancellationToken)
    {
        switch (admission)
        {
            case Admission.Admitted { Operation: var operation }:
                await durable.SignalRoomAsync(roomId, operation, cancellationToken);
                return operation is PostMessage message
                    ? TypedResults.Json(
                        new MessageAccepted(message.Id), ChatContracts.Default.MessageAccepted, statusCode: StatusCodes.Status202Accepted)
                    : TypedResults.StatusCode(StatusCodes.Status202Accepted);
            case Admission.NotFound:
                return new ProblemResult(Problems.NotFound);
            case Admission.Invalid { Member: var member, Reason: var reason }:
                return new ProblemResult(Problems.Invalid(member, reason));
            case Admission.Refused { Reason: var reason }:
                return new ProblemResult(Problems.MessageRefused(reason));
            case Admission.TooFast { Standing: var standing }:
                return new QuotaHeaders([standing], new ProblemResult(Problems.TooFast(TimeSpan.FromSeconds(standing.ResetSeconds))));
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }
}
