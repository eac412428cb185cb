# cmake -DPROGRAM=path -DPAGE=file -P write_manual_page.cmake: writes what the program answers to --man.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${PROGRAM} --man OUTPUT_VARIABLE text RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} --man ended with ${result}")
endif()
file(WRITE ${PAGE} "${text}")
