namespace FitServerless.Workouts;

/// <summary>What an edit is meant to do.</summary>
internal enum WorkoutIntent
{
    /// <summary>Offline create: carries the whole workout; meets its own row when it is sent again.</summary>
    Create,

    /// <summary>Offline update: members that it lacks stay as they are. One that carries a start makes the workout if it is not there.</summary>
    Update,

    /// <summary>Online create: refuses an id that is taken by another workout.</summary>
    Post,

    /// <summary>Online update: replaces the whole, and only what is there.</summary>
    Put,
}
