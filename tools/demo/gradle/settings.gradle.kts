rootProject.name = "printer"
