namespace FitServerless.Sync;

/// <param name="Documents">That were forgotten.</param>
/// <param name="Rows">That went with them.</param>
/// <param name="Oldest">The oldest delete that is still remembered; <c>null</c> when there is none.</param>
public sealed record TombstonesPurged(int Documents, int Rows, Sequence? Oldest)
{
    public static readonly TombstonesPurged Nothing = new(0, 0, null);
}
