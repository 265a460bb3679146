namespace FitServerless.Functions.Workouts;

/// <summary>How measurements are sent.</summary>
internal enum MeasurementShape
{
    /// <summary>An object a time.</summary>
    Rows,

    /// <summary>An array a channel.</summary>
    Columns,

    None,
}
