using FitServerless.Sync;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Workouts;

/// <summary>
/// Whatever the order in which devices get through to the server, and however often they repeat themselves, they end with the same workout.
/// <para>
/// Not for updates that carry only some members: each keeps the rest of whatever it meets, so that there the order is part of the meaning. Nor
/// for a summary in which a client repeats numbers that the server computed, which the server takes for its own.
/// </para>
/// </summary>
public sealed class ConvergenceTests
{
    private static readonly Gen<WorkoutEdit> Edit =
        from title in Gen.Elements("null", "\"Commute\"", "\"Long ride\"")
        from sport in Gen.Elements("", ",\"sportType\":\"Running\"")
        from hour in Gen.Choose(4, 5)
        from effort in Gen.Choose(0, 2)
        select Edits.Edit($$$"""{"startedAt":"2025-03-01T0{{{hour}}}:00:00Z","title":{{{title}}}{{{sport}}},"summary":{"effort":{{{effort}}}}}""");

    /// <summary>Times of few seconds, so that some edits are made at the same one.</summary>
    private static readonly Gen<DocumentChange> FullEdit =
        from edit in Edit
        from second in Gen.Choose(1, 4)
        from samples in SeriesGen.Any.OrNull()
        select (DocumentChange)Change(edit, second, samples);

    private static readonly Gen<DocumentChange> EditOrDelete = Gen.OneOf(
        from edit in Edit from second in Gen.Choose(1, 4) select (DocumentChange)Change(edit, second, null),
        Gen.Choose(1, 4).Select(DocumentChange (second) => Edits.Delete(second)));

    [Fact]
    public void Full_edits_converge_in_any_order() =>
        Law.Holds(TwoOrders(FullEdit), orders => IsSame(Fold(orders.One), Fold(orders.Other)), 1000);

    [Fact]
    public void Full_edits_again_change_nothing() => Law.Holds(TwoOrders(FullEdit), orders =>
    {
        var fold = Fold(orders.One);
        var version = fold.State!.Version;
        Assert.All(orders.Other, edit => Assert.True(fold.Apply(edit).Status is ChangeStatus.Duplicate or ChangeStatus.Stale));
        return fold.State.Version == version;
    });

    /// <summary>
    /// Once the workout is there: nobody deletes what he has not seen. Without samples, because a deleted workout takes none from edits older than
    /// the delete.
    /// </summary>
    [Fact]
    public void Of_edits_and_deletes_the_latest_wins_in_any_order() => Law.Holds(TwoOrders(EditOrDelete), orders =>
        IsSame(Fold([Edits.Create(0), .. orders.One]), Fold([Edits.Create(0), .. orders.Other])), 1000);

    [Fact]
    public void Edits_and_deletes_again_change_nothing() => Law.Holds(TwoOrders(EditOrDelete), orders =>
    {
        var fold = Fold([Edits.Create(0), .. orders.One]);
        var version = fold.State!.Version;
        Assert.All(orders.Other, edit => Assert.True(fold.Apply(edit).Status is ChangeStatus.Duplicate or ChangeStatus.Stale));
        return fold.State.Version == version;
    });

    private static Gen<(DocumentChange[] One, DocumentChange[] Other)> TwoOrders(Gen<DocumentChange> change) =>
        from size in Gen.Choose(1, 6)
        from one in change.ArrayOf(size)
        from other in Gen.Shuffle(one)
        select (one, other);

    private static WorkoutChange Change(WorkoutEdit edit, int second, MeasurementSeries? samples)
    {
        edit.Measurements = samples;
        return new WorkoutChange(edit, Edits.Id, Edits.At(second)) { Intent = WorkoutIntent.Create };
    }

    private static bool IsSame(Fold one, Fold other)
    {
        Assert.Equal(one.ToString(), other.ToString());
        return true;
    }

    private static Fold Fold(IEnumerable<DocumentChange> changes)
    {
        var fold = new Fold();
        fold.ApplyAll(changes);
        return fold;
    }
}
