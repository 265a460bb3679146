namespace FitServerless.Chat;

/// <summary>Makes rooms, and changes who is in them.</summary>
public sealed class RoomService(
    IRoomStore store, RoomWriter writer, RoomAccess access, RoomCache cache, MemberDirectory directory, TimeProvider clock)
{
    private const int MaxListed = 100;

    /// <summary>Safe to repeat: the same two people, or the same key, have the same room.</summary>
    public async Task<RoomCreation> CreateAsync(
        string callerId, RoomRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (request.IsPair && callerId != request.TrainerId && callerId != request.ClientId)
            return new RoomCreation.Forbidden();
        var ids = request.MemberIds(callerId);
        if (ids.Count is < 2 or > Room.MaxMembers || (request.IsPair && request.Members is not null))
            return new RoomCreation.Invalid("members", $"A trainerId and another clientId; or members, 2 to {Room.MaxMembers} with the caller.");
        var members = await Task.WhenAll(ids.Select(id => directory.FindAsync(id, cancellationToken)));
        if (Array.IndexOf(members, null) is var unknown && unknown >= 0)
            return new RoomCreation.Invalid(request.MemberName(unknown), "There is no such account.");
        var room = new Room
        {
            Id = request.IsPair ? RoomIds.Pair(ids[0], ids[1]) : RoomIds.Group(callerId, idempotencyKey, clock.GetUtcNow()),
            CreatorId = callerId,
            TrainerId = request.TrainerId,
            Members = members!,
        };
        return await CreateAsync(callerId, room, cancellationToken);
    }

    public async Task<MembershipOutcome> AddAsync(string roomId, string callerId, string? userId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(roomId, callerId, cancellationToken) is not { } room)
            return new MembershipOutcome.NotFound();
        if (!room.IsRunBy(callerId))
            return new MembershipOutcome.Forbidden();
        if (await directory.FindAsync(userId, cancellationToken) is not { } member)
            return new MembershipOutcome.UnknownUser();
        await store.NoteAsync(member.UserId, roomId, cancellationToken);
        return await ChangeAsync(roomId, now => Membership.Add(now, callerId, member, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Everybody may go; who runs the room may send others away.</summary>
    public async Task<MembershipOutcome> RemoveAsync(string roomId, string callerId, string? userId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(roomId, callerId, cancellationToken) is null)
            return new MembershipOutcome.NotFound();
        var outcome = await ChangeAsync(roomId, now => Membership.Remove(now, callerId, userId, clock.GetUtcNow()), cancellationToken);
        if (outcome is MembershipOutcome.Done && Guid.TryParseExact(userId, "D", out _))
            await store.DropNoteAsync(userId, roomId, cancellationToken);
        return outcome;
    }

    /// <summary>The user's rooms. One transaction, and one a room.</summary>
    public async Task<IReadOnlyList<RoomSummary>> ListAsync(string userId, CancellationToken cancellationToken)
    {
        var ids = await store.ListAsync(userId, MaxListed, cancellationToken);
        var rooms = await Task.WhenAll(ids.Select(id => access.ReadAsync(id, userId, cancellationToken)));
        return [.. rooms.OfType<Room>().Select(room => RoomSummary.Of(room, userId))];
    }

    private async Task<RoomCreation> CreateAsync(string callerId, Room room, CancellationToken cancellationToken)
    {
        if (await store.TryCreateAsync(room, cancellationToken) is { } created)
        {
            cache.Remember(created);
            return new RoomCreation.Created(room);
        }

        return await access.ReadAsync(room.Id, callerId, cancellationToken) is { } existing
            ? new RoomCreation.Created(existing)
            : new RoomCreation.NotFound();
    }

    private async Task<MembershipOutcome> ChangeAsync(string roomId, Func<Room, MembershipDecision> decide, CancellationToken cancellationToken)
    {
        MembershipOutcome outcome = new MembershipOutcome.NotFound();
        await writer.WriteAsync(
            roomId,
            known: null,
            room =>
            {
                (outcome, var write) = decide(room);
                return write;
            },
            cancellationToken);
        return outcome;
    }
}
