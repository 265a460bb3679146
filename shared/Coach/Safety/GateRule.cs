namespace FitServerless.Coach.Safety;

/// <summary>What an answer can offend against.</summary>
public enum GateRule
{
    /// <summary>A member is missing, out of its bounds, or there are too many or too few.</summary>
    Bounds,

    /// <summary>Too long, or with markup, addresses or controls.</summary>
    Text,

    /// <summary>Says what only a doctor may.</summary>
    MedicalClaim,

    /// <summary>Energy and macronutrients do not agree with each other or with the foods.</summary>
    Sums,

    /// <summary>Not what was aimed at: too far from the targets.</summary>
    Targets,

    /// <summary>Below what a person should eat.</summary>
    CalorieFloor,

    /// <summary>A food that the person must not or will not eat.</summary>
    Restriction,

    /// <summary>A food that nobody knows, in an answer to a person with restrictions.</summary>
    UnknownFood,

    /// <summary>An exercise that nobody knows, or that is not for this person.</summary>
    Exercise,

    /// <summary>Too many sets or repetitions, or too long.</summary>
    Volume,

    /// <summary>Too big a step in load.</summary>
    Load,

    /// <summary>Training through pain, starving, drying out.</summary>
    Harm,

    /// <summary>Fewer than 80 % of the planned repetitions.</summary>
    MinimumReps,
}
