namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class BirthSexMaleRefused() : RefusedMember("birth-sex-male-refused", "user.birthSex", "MALE");

internal sealed class BirthSexFemaleRefused() : RefusedMember("birth-sex-female-refused", "user.birthSex", "FEMALE");

internal sealed class BirthSexIntersexRefused()
    : RefusedMember("birth-sex-intersex-refused", "user.birthSex", "INTERSEX");

internal sealed class BirthSexUnknownRefused()
    : RefusedMember("birth-sex-unknown-refused", "user.birthSex", "UNKNOWN");
