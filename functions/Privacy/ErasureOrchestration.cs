using FitServerless.Chat;
using FitServerless.Functions.Chat;
using FitServerless.Functions.Notifications;
using FitServerless.Privacy;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Functions.Privacy;

/// <summary>
/// An erasure: every store, then the account, then the entities; and the same again when no access token is good any more. Killed anywhere, it
/// goes on with what was not done. All that it is given and stores is the number of the job.
/// </summary>
public sealed class ErasureOrchestration(AccountErasure erasure, ErasureJobs jobs, IRoomStore rooms)
{
    private const int MaxRooms = 1000;
    private const int Passes = 2;

    /// <summary>
    /// 5 s, 10 s, … up to an hour, about two days in all; then an operator sees the failure, and the next night's run starts over.
    /// </summary>
    private static readonly TaskOptions Patiently =
        TaskOptions.FromRetryPolicy(new RetryPolicy(60, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromHours(1)));

    [Function(nameof(RunErasure))]
    public static async Task RunErasure([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var plan = context.GetInput<ErasurePlan>()!;
        for (var pass = 1; pass <= Passes; pass++)
        {
            if (pass > 1)
                await context.CreateTimer(plan.Grace, CancellationToken.None);
            await context.CallActivityAsync(nameof(RememberRooms), plan.JobId, Patiently);
            await Task.WhenAll(plan.Stores.Select(
                store => context.CallActivityAsync(nameof(EraseStore), new ErasureStep(plan.JobId, store), Patiently)));
            await context.CallActivityAsync(nameof(EraseClosedAccount), plan.JobId, Patiently);
            await context.CallActivityAsync(nameof(EraseEntities), plan.JobId, Patiently);
        }

        await context.CallActivityAsync(nameof(EndErasure), plan.JobId, Patiently);
    }

    /// <summary>Rooms of an earlier pass are looked into again: what was accepted then may have been posted since.</summary>
    [Function(nameof(RememberRooms))]
    public async Task RememberRooms([ActivityTrigger] string jobId, CancellationToken cancellationToken)
    {
        if (await jobs.FindUserAsync(jobId, cancellationToken) is not { } userId)
            return;
        var known = await jobs.ReadRoomsAsync(jobId, cancellationToken);
        await jobs.AddRoomsAsync(jobId, await rooms.ListAsync(userId, MaxRooms, cancellationToken), cancellationToken);
        foreach (var roomId in known)
            await rooms.NoteAsync(userId, roomId, cancellationToken);
    }

    [Function(nameof(EraseStore))]
    public Task EraseStore([ActivityTrigger] ErasureStep step, CancellationToken cancellationToken) =>
        erasure.EraseAsync(step.JobId, step.Store, cancellationToken);

    [Function(nameof(EraseClosedAccount))]
    public Task EraseClosedAccount([ActivityTrigger] string jobId, CancellationToken cancellationToken) =>
        erasure.EraseAccountAsync(jobId, cancellationToken);

    /// <summary>The rooms' entities keep copies of rows that have changed; without one they read the row.</summary>
    [Function(nameof(EraseEntities))]
    public async Task EraseEntities(
        [ActivityTrigger] string jobId, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        if (await jobs.FindUserAsync(jobId, cancellationToken) is not { } userId)
            return;
        await DeleteAsync(durable, NotificationHub.Of(userId), cancellationToken);
        foreach (var roomId in await jobs.ReadRoomsAsync(jobId, cancellationToken))
            await DeleteAsync(durable, ChatRoom.IdOf(roomId), cancellationToken);
    }

    /// <summary>
    /// Also takes away what the hub keeps of entities that are gone. That looks at all entities, 100 in a transaction, which is no matter for
    /// something as rare.
    /// </summary>
    [Function(nameof(EndErasure))]
    public async Task EndErasure(
        [ActivityTrigger] string jobId, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await durable.Entities.CleanEntityStorageAsync(cancellation: cancellationToken);
        await jobs.EndAsync(jobId, cancellationToken);
    }

    /// <summary>Only one that is there: a signal would begin its half hour anew, in which the hub keeps its name.</summary>
    private static async Task DeleteAsync(DurableTaskClient durable, EntityInstanceId id, CancellationToken cancellationToken)
    {
        if (await durable.Entities.GetEntityAsync(id, includeState: false, cancellationToken) is not null)
            await durable.Entities.SignalEntityAsync(id, "delete", cancellation: cancellationToken);
    }
}
