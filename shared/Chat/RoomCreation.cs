namespace FitServerless.Chat;

public abstract record RoomCreation
{
    private RoomCreation()
    {
    }

    /// <summary>Or there already.</summary>
    public sealed record Created(Room Room) : RoomCreation;

    public sealed record Invalid(string Member, string Reason) : RoomCreation;

    /// <summary>A room for others.</summary>
    public sealed record Forbidden : RoomCreation;

    /// <summary>There is one, and the caller has been removed from it.</summary>
    public sealed record NotFound : RoomCreation;
}
